/** Packages in and out. What comes from outside is verified before it is read, and read before it is believed. */
package conclave.exchange;
