package dev.aisle.campaign.offers.coupons.making;

import dev.aisle.campaign.offers.coupons.CodeKind;
import dev.aisle.campaign.offers.coupons.Coupon;
import dev.aisle.campaign.offers.coupons.CouponCode;
import dev.aisle.campaign.offers.coupons.CouponRepository;
import dev.aisle.campaign.offers.coupons.use.CodeRepository;
import dev.aisle.campaign.offers.coupons.use.CodeRepository.Code;
import dev.aisle.campaign.offers.coupons.use.KnownPeople;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Issues codes. The answer is the only place where they can be read: what is kept is their hashes. */
@Singleton
class IssueCodes {
    private final Transactions transactions;
    private final CouponRepository coupons;
    private final CodeRepository codes;
    private final KnownPeople people;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** The repositories. */
    @Inject
    public IssueCodes(
            Transactions transactions,
            CouponRepository coupons,
            CodeRepository codes,
            KnownPeople people,
            InstantSource clock) {
        this.transactions = transactions;
        this.coupons = coupons;
        this.codes = codes;
        this.people = people;
        this.clock = clock;
    }

    /** How it ends. */
    public sealed interface Outcome {
        /** These were issued. */
        record Issued(List<CouponCode> codes) implements Outcome {}

        /** Each of them gets this one; who was erased isn't among them. */
        record IssuedTo(Map<String, CouponCode> codes) implements Outcome {}

        /** There is no such coupon. */
        record NoSuchCoupon() implements Outcome {}

        /** The coupon has codes of another kind. */
        record OtherKind(CodeKind kind) implements Outcome {}

        /** A chosen code is another coupon's, or was chosen already. */
        record CodeTaken() implements Outcome {}
    }

    /** Draws so many codes of a shared or single-use coupon; all or none. */
    public Outcome draw(String couponId, int count) {
        return transactions.call(connection -> {
            Optional<Coupon> coupon = coupon(connection, couponId);
            if (coupon.isEmpty()) {
                return new Outcome.NoSuchCoupon();
            }
            if (coupon.get().codes() == CodeKind.PERSONAL) {
                return new Outcome.OtherKind(CodeKind.PERSONAL);
            }
            List<CouponCode> drawn = new ArrayList<>();
            for (int n = 0; n < count; n++) {
                drawn.add(draw(connection, coupon.get(), null));
            }
            return new Outcome.Issued(drawn);
        });
    }

    /** Issues a code that somebody chose, of a shared coupon. */
    public Outcome choose(String couponId, CouponCode code) {
        return transactions.call(connection -> {
            Optional<Coupon> coupon = coupon(connection, couponId);
            if (coupon.isEmpty()) {
                return new Outcome.NoSuchCoupon();
            }
            if (coupon.get().codes() != CodeKind.SHARED) {
                return new Outcome.OtherKind(coupon.get().codes());
            }
            return add(connection, coupon.get(), code, null)
                    ? new Outcome.Issued(List.of(code))
                    : new Outcome.CodeTaken();
        });
    }

    /** Draws a code for each of these people, of a personal coupon. */
    public Outcome drawFor(String couponId, List<String> subjects) {
        return transactions.call(connection -> {
            Optional<Coupon> coupon = coupon(connection, couponId);
            if (coupon.isEmpty()) {
                return new Outcome.NoSuchCoupon();
            }
            if (coupon.get().codes() != CodeKind.PERSONAL) {
                return new Outcome.OtherKind(coupon.get().codes());
            }
            Map<String, CouponCode> drawn = new LinkedHashMap<>();
            for (String subject : subjects.stream().distinct().sorted().toList()) {
                Optional<String> person = people.lock(subject);
                if (person.isPresent()) {
                    drawn.put(subject, draw(connection, coupon.get(), person.get()));
                }
            }
            return new Outcome.IssuedTo(drawn);
        });
    }

    private Optional<Coupon> coupon(Connection connection, String id) throws SQLException {
        return coupons.find(connection, id).map(CouponRepository.Standing::coupon);
    }

    private CouponCode draw(Connection connection, Coupon coupon, @Nullable String person) throws SQLException {
        while (true) {
            CouponCode code = CouponCode.draw(random);
            if (add(connection, coupon, code, person)) {
                return code;
            }
        }
    }

    private boolean add(Connection connection, Coupon coupon, CouponCode code, @Nullable String person)
            throws SQLException {
        return codes.add(
                connection, new Code(code.hash(), coupon.id(), person, coupon.usesPerCode(), 0), clock.instant());
    }
}
