/** The commands that build packages, look at them and bring them in. */
package conclave.appliance.pack;
