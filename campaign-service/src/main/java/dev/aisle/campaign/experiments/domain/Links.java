package dev.aisle.campaign.experiments.domain;

import java.util.Optional;
import java.util.Set;

/** Which browsers belong to which customer. */
public interface Links {
    /** The customer who uses a browser; empty for a customer, and for a browser that several people use. */
    Optional<String> customerOf(String browser);

    /** The browsers of a customer. */
    Set<String> browsersOf(String customer);
}
