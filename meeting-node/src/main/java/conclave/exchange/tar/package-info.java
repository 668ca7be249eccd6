/**
 * The one form of tar in which the files of a package travel: read once from the front, no second directory that could disagree,
 * nothing compressed. {@code docs/formats/package-inside.md} says every byte.
 */
package conclave.exchange.tar;
