/** The day of a meeting, lived through on a real node: by people before browsers, and by their calls alone. */
package conclave.appliance.day;
