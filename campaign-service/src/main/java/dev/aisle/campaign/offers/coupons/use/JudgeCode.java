package dev.aisle.campaign.offers.coupons.use;

import dev.aisle.campaign.offers.coupons.Basket;
import dev.aisle.campaign.offers.coupons.Coupon;
import dev.aisle.campaign.offers.coupons.CouponRepository;
import dev.aisle.campaign.offers.coupons.CouponRepository.Standing;
import dev.aisle.campaign.offers.coupons.Refusal;
import dev.aisle.campaign.offers.coupons.Verdict;
import dev.aisle.campaign.offers.coupons.use.CodeRepository.Code;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a code gives for a basket as things stand at this moment of a transaction. */
@Singleton
class JudgeCode {
    private final CodeRepository codes;
    private final CouponRepository coupons;
    private final UseRepository uses;

    public JudgeCode(CodeRepository codes, CouponRepository coupons, UseRepository uses) {
        this.codes = codes;
        this.coupons = coupons;
        this.uses = uses;
    }

    /** What came of it. */
    sealed interface Judgement {
        /** It can be used. */
        record Usable(Code code, Coupon coupon, Verdict.Applies gives) implements Judgement {}

        /** It can't. */
        record Unusable(Refusal reason, @Nullable Coupon coupon) implements Judgement {}
    }

    /**
     * Judges.
     *
     * @param person the pseudonym under which the person stands; {@code null} when nobody is known
     */
    Judgement judge(Connection connection, UseRequest request, @Nullable String person, Instant now)
            throws SQLException {
        Optional<Code> code = codes.typed(connection, request.code());
        Optional<Standing> standing =
                code.isPresent() ? coupons.find(connection, code.get().couponId()) : Optional.empty();
        if (code.isEmpty() || standing.isEmpty()) {
            return new Judgement.Unusable(Refusal.NO_SUCH_CODE, null);
        }
        Coupon coupon = standing.get().coupon();
        Optional<Refusal> refused = taken(connection, code.get(), standing.get(), person);
        if (refused.isPresent()) {
            return new Judgement.Unusable(refused.get(), coupon);
        }
        return switch (coupon.on(basket(connection, request, now))) {
            case Verdict.Refused no -> new Judgement.Unusable(no.reason(), coupon);
            case Verdict.Applies yes
            when standing.get().cantPay(yes.cost()) -> new Judgement.Unusable(Refusal.BUDGET_SPENT, coupon);
            case Verdict.Applies yes -> new Judgement.Usable(code.get(), coupon, yes);
        };
    }

    /** Whether others, or the person, have used it up. */
    private Optional<Refusal> taken(Connection connection, Code code, Standing standing, @Nullable String person)
            throws SQLException {
        Coupon coupon = standing.coupon();
        if (standing.endedAt() != null) {
            return Optional.of(Refusal.ENDED);
        }
        if (coupon.needsPerson() && person == null) {
            return Optional.of(Refusal.PERSON_NEEDED);
        }
        if (code.pseudonym() != null && !code.pseudonym().equals(person)) {
            return Optional.of(Refusal.OF_ANOTHER);
        }
        Long perPerson = coupon.limits().usesPerPerson();
        if (perPerson != null && person != null && uses.countOf(connection, coupon.id(), person) >= perPerson) {
            return Optional.of(Refusal.USED_BY_YOU);
        }
        if (code.usedUp()) {
            return Optional.of(Refusal.CODE_USED);
        }
        return standing.usedUp() ? Optional.of(Refusal.USED_UP) : Optional.empty();
    }

    private Basket basket(Connection connection, UseRequest request, Instant now) throws SQLException {
        List<Coupon> others = new ArrayList<>();
        for (String id : request.others()) {
            coupons.find(connection, id).map(Standing::coupon).ifPresent(others::add);
        }
        return new Basket(request.currency(), request.lines(), request.shipping(), request.alreadyOff(), others, now);
    }
}
