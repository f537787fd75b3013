package dev.aisle.campaign.offers.coupons.use;

import dev.aisle.campaign.offers.coupons.Coupon;
import dev.aisle.campaign.offers.coupons.Verdict;
import dev.aisle.campaign.offers.coupons.use.JudgeCode.Judgement;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Says what a code would give for a basket now. Holds nothing and keeps nothing. */
@Singleton
public class CheckCoupon {
    private final Transactions transactions;
    private final JudgeCode judgeCode;
    private final KnownPeople people;
    private final InstantSource clock;

    CheckCoupon(Transactions transactions, JudgeCode judgeCode, KnownPeople people, InstantSource clock) {
        this.transactions = transactions;
        this.judgeCode = judgeCode;
        this.people = people;
        this.clock = clock;
    }

    /** What it would give, and which coupon it is; {@code null} when there is none or it is not the asker's. */
    public record Checked(@Nullable Coupon coupon, Verdict verdict) {}

    /** Checks. */
    public Checked check(UseRequest request) {
        String subject = request.subject();
        String person = subject == null ? null : people.standing(subject);
        return transactions.call(connection -> switch (judgeCode.judge(connection, request, person, clock.instant())) {
            case Judgement.Usable usable -> new Checked(usable.coupon(), usable.gives());
            case Judgement.Unusable no -> new Checked(no.coupon(), new Verdict.Refused(no.reason()));
        });
    }
}
