package dev.aisle.campaign.offers.allocations;

import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.definition.Amount;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.worth.DecisionSettings;
import dev.aisle.campaign.campaigns.worth.PersonalUplift;
import dev.aisle.campaign.campaigns.worth.PersonalUplift.Expected;
import dev.aisle.campaign.offers.allocations.OfferPlan.Offer;
import dev.aisle.campaign.offers.coupons.CouponStandings;
import dev.aisle.campaign.offers.coupons.CouponStandings.Standing;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Costs of a campaign's variations, and the value that each is expected to bring at a person. Amounts are in minor units. */
@ApplicationScoped
class PriceOffers {
    private final CouponStandings coupons;
    private final List<PersonalUplift> uplifts;
    private final DecisionSettings settings;

    PriceOffers(CouponStandings coupons, @All List<PersonalUplift> uplifts, DecisionSettings settings) {
        this.coupons = coupons;
        this.uplifts = uplifts;
        this.settings = settings;
    }

    /** Each variation with what giving it is expected to cost. */
    @Transactional
    public List<Offer> offers(Definition definition) {
        List<Variation> variations = definition.campaign().variations();
        Map<String, Standing> standings = coupons.of(variations.stream()
                .map(Variation::coupon)
                .filter(Objects::nonNull)
                .toList());
        Amount cost = definition.limits().cost();
        long each = cost == null ? 0 : cost.minorUnits();
        return variations.stream()
                .map(variation -> new Offer(variation.id(), each + couponCost(variation, standings)))
                .toList();
    }

    private double couponCost(Variation variation, Map<String, Standing> standings) {
        Standing coupon = variation.coupon() == null ? null : standings.get(variation.coupon());
        return coupon == null ? 0 : coupon.costOfUse((double) settings.priorValue()) * settings.priorUses();
    }

    /**
     * Returns the value that each of them is expected to bring at each person beyond its cost.
     *
     * @param people at least one
     */
    Expected expected(Definition definition, List<Offer> offers, List<String> people) {
        Amount value = definition.limits().value();
        double worth = value == null ? settings.priorValue() : value.minorUnits();
        Expected found = uplifts.isEmpty()
                ? Expected.unknown(people.size(), offers.size())
                : uplifts.getFirst()
                        .of(
                                definition.campaign().id(),
                                offers.stream().map(Offer::variation).toList(),
                                people,
                                worth);
        for (double[] row : found.values()) {
            for (int n = 0; n < row.length; n++) {
                double brought = Double.isNaN(row[n]) ? worth * settings.priorUplift() : row[n];
                row[n] = brought - offers.get(n).cost();
            }
        }
        return found;
    }
}
