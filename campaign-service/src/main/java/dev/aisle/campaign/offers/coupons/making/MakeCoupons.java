package dev.aisle.campaign.offers.coupons.making;

import dev.aisle.campaign.offers.coupons.Coupon;
import dev.aisle.campaign.offers.coupons.CouponRepository;
import dev.aisle.campaign.offers.coupons.CouponRepository.Standing;
import dev.aisle.campaign.offers.coupons.use.UseRepository;
import dev.aisle.campaign.offers.coupons.use.UseRepository.Use;
import dev.aisle.campaign.shared.Transactions;
import dev.aisle.platform.audit.AuditTrail;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes coupons, shows and ends them. */
@Singleton
class MakeCoupons {
    private final Transactions transactions;
    private final CouponRepository coupons;
    private final UseRepository uses;
    private final AuditTrail auditTrail;
    private final InstantSource clock;

    MakeCoupons(
            Transactions transactions,
            CouponRepository coupons,
            UseRepository uses,
            AuditTrail auditTrail,
            InstantSource clock) {
        this.transactions = transactions;
        this.coupons = coupons;
        this.uses = uses;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Makes one; the same one again changes nothing.
     *
     * @return how it stands; empty when there is another one with that id
     */
    public Optional<Standing> make(Coupon coupon) {
        return transactions.call(connection -> {
            auditTrail.about("id", coupon.id());
            coupons.add(connection, coupon, clock.instant());
            return coupons.find(connection, coupon.id())
                    .filter(standing -> standing.coupon().equals(coupon));
        });
    }

    /** All, by id. */
    public List<Standing> all() {
        return transactions.call(coupons::all);
    }

    /** One of them. */
    public Optional<Standing> find(String id) {
        return transactions.call(connection -> coupons.find(connection, id));
    }

    /** What the till did with one, the latest first. */
    public List<Use> uses(String id, int most) {
        return transactions.call(connection -> uses.latest(connection, id, most));
    }

    /** Ends one: nothing more can be reserved, what is reserved can be redeemed. Again, it changes nothing. */
    public Optional<Standing> end(String id) {
        return transactions.call(connection -> {
            coupons.end(connection, id, clock.instant());
            return coupons.find(connection, id);
        });
    }
}
