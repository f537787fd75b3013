package dev.aisle.campaign.offers.coupons.use;

import dev.aisle.campaign.offers.coupons.CouponRepository;
import dev.aisle.campaign.offers.coupons.use.UseRepository.Use;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;

/** Redeems what was reserved, or gives it back. Each can be repeated. Locks: use, code, coupon. */
@Singleton
public class SettleUse {
    private final Transactions transactions;
    private final CodeRepository codes;
    private final CouponRepository coupons;
    private final UseRepository uses;
    private final InstantSource clock;

    /** The repositories. */
    @Inject
    public SettleUse(
            Transactions transactions,
            CodeRepository codes,
            CouponRepository coupons,
            UseRepository uses,
            InstantSource clock) {
        this.transactions = transactions;
        this.codes = codes;
        this.coupons = coupons;
        this.uses = uses;
        this.clock = clock;
    }

    /** The order is placed. What is overdue but was not needed by anybody is redeemed all the same. */
    public UseOutcome redeem(String id) {
        return transactions.call(connection -> {
            Optional<Use> locked = uses.lock(connection, id);
            if (locked.isEmpty()) {
                return new UseOutcome.NoSuchUse();
            }
            Use use = locked.get();
            return switch (use.state()) {
                case REDEEMED -> new UseOutcome.Stands(use);
                case RELEASED, EXPIRED -> new UseOutcome.Over(use);
                case RESERVED -> {
                    coupons.spend(connection, use.couponId(), use.gives().cost());
                    yield settle(connection, id, UseState.REDEEMED);
                }
            };
        });
    }

    /** The order isn't placed, or it is cancelled. */
    public UseOutcome release(String id) {
        return transactions.call(connection -> {
            Optional<Use> locked = uses.lock(connection, id);
            if (locked.isEmpty()) {
                return new UseOutcome.NoSuchUse();
            }
            Use use = locked.get();
            return switch (use.state()) {
                case RELEASED, EXPIRED -> new UseOutcome.Stands(use);
                case RESERVED -> {
                    codes.giveBack(connection, use.codeHash());
                    coupons.free(connection, use.couponId(), use.gives().cost(), 1);
                    yield settle(connection, id, UseState.RELEASED);
                }
                case REDEEMED -> {
                    codes.giveBack(connection, use.codeHash());
                    coupons.refund(connection, use.couponId(), use.gives().cost());
                    yield settle(connection, id, UseState.RELEASED);
                }
            };
        });
    }

    private UseOutcome settle(Connection connection, String id, UseState state) throws SQLException {
        uses.settle(connection, id, state, clock.instant());
        return uses.find(connection, id).<UseOutcome>map(UseOutcome.Stands::new).orElseGet(UseOutcome.NoSuchUse::new);
    }
}
