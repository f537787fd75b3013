package dev.aisle.campaign.offers.coupons.use;

import dev.aisle.campaign.offers.coupons.CouponRepository;
import dev.aisle.campaign.offers.coupons.Refusal;
import dev.aisle.campaign.offers.coupons.use.JudgeCode.Judgement;
import dev.aisle.campaign.offers.coupons.use.JudgeCode.Judgement.Usable;
import dev.aisle.campaign.offers.coupons.use.UseRepository.Use;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Holds a use of a coupon for an order that is being placed. The last unit of a code, of a count or of a budget goes to exactly one request, however many
 * replicas are asked: each is taken by one conditional update. Locks are taken in one order: person, code, coupon.
 */
@Singleton
public class ReserveCoupon {
    private final Transactions transactions;
    private final JudgeCode judgeCode;
    private final KnownPeople people;
    private final CodeRepository codes;
    private final CouponRepository coupons;
    private final UseRepository uses;
    private final InstantSource clock;
    private final Duration heldFor;

    /** The repositories, and the time of a reservation. */
    @Inject
    public ReserveCoupon(
            Transactions transactions,
            KnownPeople people,
            CodeRepository codes,
            CouponRepository coupons,
            UseRepository uses,
            InstantSource clock,
            @ConfigProperty(name = "aisle.coupons.held-for", defaultValue = "15M") Duration heldFor) {
        this.transactions = transactions;
        this.judgeCode = new JudgeCode(codes, coupons, uses);
        this.people = people;
        this.codes = codes;
        this.coupons = coupons;
        this.uses = uses;
        this.clock = clock;
        this.heldFor = heldFor;
    }

    /** Reserves; the same id and request again give the same answer. */
    public UseOutcome reserve(String id, UseRequest request) {
        UseOutcome first = transactions.call(connection -> reserve(connection, id, request));
        boolean usedUp = first instanceof UseOutcome.Refused refused && mayComeBack(refused.reason());
        return usedUp && takeBack(request) ? transactions.call(connection -> reserve(connection, id, request)) : first;
    }

    private static boolean mayComeBack(Refusal reason) {
        return switch (reason) {
            case BUDGET_SPENT, USED_UP, CODE_USED, USED_BY_YOU -> true;
            default -> false;
        };
    }

    private UseOutcome reserve(Connection connection, String id, UseRequest request) throws SQLException {
        Optional<Use> earlier = uses.find(connection, id);
        if (earlier.isPresent()) {
            return answer(earlier.get(), request);
        }
        String subject = request.subject();
        String person = subject == null ? null : lockIfNeeded(connection, request, subject);
        return switch (judgeCode.judge(connection, request, person, clock.instant())) {
            case Judgement.Unusable no -> new UseOutcome.Refused(no.reason());
            case Usable usable -> hold(connection, id, request, usable, person);
        };
    }

    /** A person is only locked, and later kept, for a coupon that asks who it is. */
    private @Nullable String lockIfNeeded(Connection connection, UseRequest request, String subject)
            throws SQLException {
        Optional<CodeRepository.Code> code = codes.typed(connection, request.code());
        boolean needed = code.isPresent()
                && coupons.find(connection, code.get().couponId())
                        .filter(standing -> standing.coupon().needsPerson())
                        .isPresent();
        return needed ? people.lock(subject).orElse(null) : null;
    }

    private UseOutcome hold(
            Connection connection, String id, UseRequest request, Usable usable, @Nullable String person)
            throws SQLException {
        String code = usable.code().hash();
        long cost = usable.gives().cost();
        if (!codes.take(connection, code)) {
            return new UseOutcome.Refused(Refusal.CODE_USED);
        }
        if (!coupons.hold(connection, usable.coupon().id(), cost)) {
            codes.giveBack(connection, code);
            boolean spent = coupons.find(connection, usable.coupon().id())
                    .filter(standing -> standing.cantPay(cost))
                    .isPresent();
            return new UseOutcome.Refused(spent ? Refusal.BUDGET_SPENT : Refusal.USED_UP);
        }
        Instant now = clock.instant();
        Use use = new Use(
                id,
                usable.coupon().id(),
                code,
                person,
                UseState.RESERVED,
                usable.gives(),
                usable.coupon().currency(),
                request.fingerprint(),
                now,
                now.plus(heldFor));
        if (uses.add(connection, use)) {
            return new UseOutcome.Stands(use);
        }
        // The same id came twice at once: the other one has it.
        codes.giveBack(connection, code);
        coupons.free(connection, usable.coupon().id(), cost, 1);
        return uses.find(connection, id).map(other -> answer(other, request)).orElseGet(UseOutcome.IdTaken::new);
    }

    private static UseOutcome answer(Use earlier, UseRequest request) {
        if (!earlier.requestHash().equals(request.fingerprint())) {
            return new UseOutcome.IdTaken();
        }
        boolean stands = earlier.state() == UseState.RESERVED || earlier.state() == UseState.REDEEMED;
        return stands ? new UseOutcome.Stands(earlier) : new UseOutcome.Over(earlier);
    }

    /** Takes back what was reserved longer ago than reservations are held; whether there was any. */
    private boolean takeBack(UseRequest request) {
        return transactions.call(connection -> {
            Optional<CodeRepository.Code> code = codes.typed(connection, request.code());
            return code.isPresent() && takeBack(connection, code.get().couponId());
        });
    }

    private boolean takeBack(Connection connection, String couponId) throws SQLException {
        Instant now = clock.instant();
        List<Use> overdue = uses.lockOverdue(connection, couponId, now);
        for (Use use : overdue) {
            uses.settle(connection, use.id(), UseState.EXPIRED, now);
            codes.giveBack(connection, use.codeHash());
        }
        if (!overdue.isEmpty()) {
            long cost = overdue.stream().mapToLong(use -> use.gives().cost()).sum();
            coupons.free(connection, couponId, cost, overdue.size());
        }
        return !overdue.isEmpty();
    }
}
