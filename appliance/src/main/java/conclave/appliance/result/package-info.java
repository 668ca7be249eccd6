/** The way out: the result folder, what the platform answers to it, and erasing. */
package conclave.appliance.result;
