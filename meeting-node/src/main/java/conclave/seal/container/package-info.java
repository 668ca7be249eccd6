/**
 * The outside of a package: a container of sealed chunks over volumes, and the statement that is signed beside it. Pure Java; what
 * needs more than the JDK (the GM algorithms, CMS, Argon2id) is asked of {@link conclave.seal.container.PackageCryptography}.
 */
package conclave.seal.container;
