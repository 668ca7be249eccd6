/** {@code conclave draw}: experts drawn from a roster by a committed seed, without a server. */
package conclave.appliance.draw;
