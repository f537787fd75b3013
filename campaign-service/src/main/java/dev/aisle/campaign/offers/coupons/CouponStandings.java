package dev.aisle.campaign.offers.coupons;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** How the coupons stand whose codes campaigns offer. */
@ApplicationScoped
public class CouponStandings {
    private static final String OF_CODES = """
            select c.code_hash, p.definition, p.reserved_minor + p.redeemed_minor, p.uses, p.ended_at,
                c.most_uses is not null and c.uses >= c.most_uses
            from coupon_code c join coupon p on p.id = c.coupon_id
            where c.code_hash = any(string_to_array(:hashes, ' '))
            """;

    private final Session database;
    private final ObjectMapper json;

    CouponStandings(Session database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A coupon as it stands.
     *
     * @param spent reserved and redeemed, in minor units
     * @param codeUsedUp whether the code itself can't be used any more
     */
    public record Standing(
            Coupon coupon, long spent, long uses, @Nullable Instant endedAt, boolean codeUsedUp) {
        /** Whether a code of it could still be used at a moment. */
        public boolean isOver(Instant now) {
            Instant until = coupon.conditions().until();
            Long most = coupon.limits().uses();
            Long budget = coupon.limits().budget();
            return codeUsedUp
                    || endedAt != null
                    || (until != null && !now.isBefore(until))
                    || (most != null && uses >= most)
                    || (budget != null && spent >= budget);
        }

        /** What one use costs, in minor units: as it was so far; before the first use, what it may cost at most or a typical basket's share. */
        public double costOfUse(double typicalBasket) {
            return uses > 0 ? (double) spent / uses : coupon.benefit().costAtMost(typicalBasket);
        }
    }

    /** Those of codes that were made here, by code as it is written. */
    public Map<String, Standing> of(Collection<String> codes) {
        Map<String, String> byHash = new HashMap<>();
        codes.forEach(code -> CouponCode.typed(code).ifPresent(typed -> byHash.put(typed.hash(), code)));
        if (byHash.isEmpty()) {
            return Map.of();
        }
        Map<String, Standing> standings = new HashMap<>();
        database.createNativeQuery(OF_CODES, Tuple.class)
                .setParameter("hashes", String.join(" ", byHash.keySet()))
                .getResultStream()
                .forEach(row -> standings.put(byHash.getOrDefault(row.get(0, String.class), ""), standing(row)));
        return standings;
    }

    private Standing standing(Tuple row) {
        try {
            return new Standing(
                    json.readValue(row.get(1, String.class), Coupon.class),
                    row.get(2, Long.class),
                    row.get(3, Long.class),
                    row.get(4, Instant.class),
                    row.get(5, Boolean.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored definition of a coupon is not a coupon", e);
        }
    }
}
