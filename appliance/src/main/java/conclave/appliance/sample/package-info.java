/** A rehearsal meeting out of nothing: seeded, complete, and of nobody. It enters the server by the same door as a real one. */
package conclave.appliance.sample;
