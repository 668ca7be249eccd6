/**
 * Packages as a whole: a folder goes out as sealed and signed volumes, and what comes in passes the ten steps of
 * {@code docs/formats/package-inside.md} before anybody parses a line of it.
 */
package conclave.exchange.parcel;
