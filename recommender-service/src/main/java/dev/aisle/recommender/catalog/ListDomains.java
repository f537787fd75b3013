package dev.aisle.recommender.catalog;

import dev.aisle.algorithms.privacy.AgeBand;
import dev.aisle.platform.domains.Domains;
import dev.aisle.platform.domains.PackRules;
import dev.aisle.platform.domains.PackRules.Age;
import dev.aisle.platform.domains.PackRules.Availability;
import dev.aisle.platform.domains.PackRules.Repeat;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Of which domain a list is, and what that allows in it. */
@Singleton
public class ListDomains {
    private final Domains domains;
    private final ProductDomains products;

    ListDomains(Domains domains, ProductDomains products) {
        this.domains = domains;
        this.products = products;
    }

    /** Whether a list of that domain can be asked for. */
    public boolean knows(String domain) {
        return domain.isEmpty() || domains.knows(domain);
    }

    /** The domains for a message. */
    public String known() {
        return domains.known();
    }

    /** The domain of a list that stands at no placement. */
    public String of(String asked, List<String> beside) {
        return of(asked, beside, Optional.empty());
    }

    /**
     * The domain of a list: the one that is asked for, else that of the first known product beside it, else the placement's, else the usual one.
     *
     * @param asked empty: none
     * @param ofPlacement empty when the placement has none
     */
    public String of(String asked, List<String> beside, Optional<String> ofPlacement) {
        if (!asked.isEmpty()) {
            return asked;
        }
        for (String product : beside) {
            String known = products.of(product);
            if (known != null) {
                return known;
            }
        }
        return ofPlacement.orElse(domains.usual());
    }

    /** What a domain allows somebody of whom no age is known. */
    public DomainRule rule(String domain) {
        return rule(domain, Optional.empty());
    }

    /**
     * What a domain allows now.
     *
     * @param age of the person; empty when nobody has said it
     */
    public DomainRule rule(String domain, Optional<AgeBand> age) {
        PackRules rules = domains.rules(domain);
        Availability availability = rules.availability().orElse(new Availability("", ""));
        return new DomainRule(
                domain,
                rules.repeat() == Repeat.NEVER,
                rules.age().map(Age::attribute).orElse(""),
                rules.age().map(limits -> greatest(limits, age)).orElse(0),
                availability.from(),
                availability.until(),
                LocalDate.now(ZoneOffset.UTC));
    }

    private static int greatest(Age limits, Optional<AgeBand> age) {
        return age.map(band -> switch (band) {
                    case CHILD -> limits.child();
                    case TEEN -> limits.teen();
                    case ADULT -> Integer.MAX_VALUE;
                })
                .orElse(limits.unknown());
    }
}
