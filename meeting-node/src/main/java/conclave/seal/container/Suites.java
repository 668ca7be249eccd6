package conclave.seal.container;

/** Finds the algorithms that a container's head names. */
@FunctionalInterface
public interface Suites {

    Suite of(Profile profile);
}
