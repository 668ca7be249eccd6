/** The rule book on the command line: files read, checked, and what is found said to people. */
package conclave.appliance.rule;
