package dev.aisle.platform.consent;

/** A use of people's data, from before consent is asked until its effect is done. A withdrawal is acknowledged after it. */
public interface Use extends AutoCloseable {
    @Override
    void close();
}
