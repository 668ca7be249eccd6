/** What may befall a kit of three, done to a real one while experts score: {@code scripts/faults CASE}. */
package conclave.appliance.faults;
