package dev.aisle.recommender.catalog;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the domain of a list allows in it. A value of an attribute that can't be read counts as none.
 *
 * @param domain that products must belong to; empty: any
 * @param neverAgain whether what somebody has had never comes again, not even when it seems due
 * @param ageAttribute holds the least age in years; empty: everything is for everybody
 * @param greatestAge that is shown
 * @param fromAttribute holds the first day; empty: from ever
 * @param untilAttribute holds the last day; empty: for ever
 * @param today in UTC
 */
public record DomainRule(
        String domain,
        boolean neverAgain,
        String ageAttribute,
        int greatestAge,
        String fromAttribute,
        String untilAttribute,
        LocalDate today) {
    /** Everything. */
    public static final DomainRule ANY = of("");

    /** A domain without rules of its own. */
    public static DomainRule of(String domain) {
        return new DomainRule(domain, false, "", 0, "", "", LocalDate.EPOCH);
    }

    /** Whether the product belongs to the domain. */
    public boolean isOfDomain(CatalogueItem item) {
        return domain.isEmpty() || domain.equals(item.domain());
    }

    /** Whether the person may have it, and now. */
    boolean allows(CatalogueItem item) {
        return isFit(item) && !isOutside(item);
    }

    private boolean isFit(CatalogueItem item) {
        if (ageAttribute.isEmpty()) {
            return true;
        }
        String least = item.attributes().get(ageAttribute);
        try {
            return least == null || new BigDecimal(least.strip()).compareTo(BigDecimal.valueOf(greatestAge)) <= 0;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private boolean isOutside(CatalogueItem item) {
        LocalDate from = day(item, fromAttribute);
        LocalDate until = day(item, untilAttribute);
        return (from != null && today.isBefore(from)) || (until != null && today.isAfter(until));
    }

    private static @Nullable LocalDate day(CatalogueItem item, String attribute) {
        String day = attribute.isEmpty() ? null : item.attributes().get(attribute);
        try {
            return day == null ? null : LocalDate.parse(day.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
