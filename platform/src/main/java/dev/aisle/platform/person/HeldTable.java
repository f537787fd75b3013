package dev.aisle.platform.person;

import dev.aisle.contracts.DataMap;
import dev.aisle.contracts.common.v1.Holding;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.RefusedPeople;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A table of persons whose rows go when no purpose has held them for the term.
 *
 * @param purposes those that hold a row, beside what is necessary
 * @param agedBy the column that says how old a row is; empty when there is none
 * @param versionBy the column that says under which version of the person's consent a row came; empty when there is none
 * @param alsoNecessary whether its rows are necessary as well: they go when they are older than the term
 */
record HeldTable(String table, Set<Purpose> purposes, String agedBy, String versionBy, boolean alsoNecessary) {
    /** The table of a holding; empty when the contract says why its rows stay. */
    static Optional<HeldTable> of(DataMap.Place place) {
        Holding holding = place.holding();
        return holding.getStaysBecause().isEmpty()
                ? Optional.of(new HeldTable(
                        holding.getTable(),
                        DataMap.refusable(holding),
                        holding.getAgedBy(),
                        holding.getVersionBy(),
                        holding.getKeptForList().contains(Purpose.NECESSARY)))
                : Optional.empty();
    }

    /** Whether no purpose has held a person's rows for the term. */
    boolean isUnheld(String pseudonym, RefusedPeople refused, Instant now) {
        return refused.isOver(pseudonym, purposes, now);
    }

    /** The version of a person's consent under which rows came that are of no use to any purpose, even when one is allowed again; negative: none. */
    long uselessUpTo(String pseudonym, RefusedPeople refused, Instant now) {
        return alsoNecessary ? -1 : refused.uselessUpTo(pseudonym, purposes, now);
    }

    /** The condition by which a person's rows go, for a statement; a time is asked for when the table is necessary as well. */
    String condition() {
        return alsoNecessary ? " and " + agedBy + " < ?" : "";
    }
}
