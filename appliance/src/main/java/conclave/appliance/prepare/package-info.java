/** {@code conclave prepare}: pages drawn and screened at the office, days before the meeting. */
package conclave.appliance.prepare;
