package dev.aisle.local.bench.load;

/** The requests of one connection. */
@FunctionalInterface
public interface Requests {
    /** The bytes of the next request, valid until the one after is asked for. */
    byte[] next();
}
