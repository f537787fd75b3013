package dev.aisle.campaign.campaigns.domain.reading;

import dev.aisle.campaign.campaigns.domain.definition.Definition;
import java.util.List;

/** What came out of a definition's JSON. */
public sealed interface Reading {
    /** It can be used. */
    record Good(Definition definition) implements Reading {}

    /** It can't; all of it is said. */
    record Wrong(List<Finding> findings) implements Reading {
        public Wrong {
            findings = List.copyOf(findings);
        }
    }
}
