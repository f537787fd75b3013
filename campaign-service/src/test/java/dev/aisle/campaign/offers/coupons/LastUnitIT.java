package dev.aisle.campaign.offers.coupons;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.aisle.campaign.offers.coupons.Basket.Line;
import dev.aisle.campaign.offers.coupons.CouponRepository.Standing;
import dev.aisle.campaign.offers.coupons.use.CodeRepository;
import dev.aisle.campaign.offers.coupons.use.KnownPeople;
import dev.aisle.campaign.offers.coupons.use.ReserveCoupon;
import dev.aisle.campaign.offers.coupons.use.SettleUse;
import dev.aisle.campaign.offers.coupons.use.UseOutcome;
import dev.aisle.campaign.offers.coupons.use.UseRepository;
import dev.aisle.campaign.offers.coupons.use.UseRequest;
import dev.aisle.campaign.shared.PooledTransactions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two replicas over pools of their own and one database. {@code -Dit.test=LastUnitIT -Daisle.coupons.rounds=1000} runs the long form.
 */
class LastUnitIT {
    private static final int ROUNDS = Integer.getInteger("aisle.coupons.rounds", 10);
    private static final int SHOPPERS = 200;
    private static final int CONNECTIONS = 20;
    private static final CouponRepository COUPONS =
            new CouponRepository(new ObjectMapper().registerModule(new JavaTimeModule()));
    private static final CodeRepository CODES = new CodeRepository();
    private static final UseRepository USES = new UseRepository();

    private static EmbeddedPostgres postgres;
    private static PooledTransactions here;
    private static PooledTransactions there;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("fsync", "off")
                .start();
        String url = postgres.getJdbcUrl("postgres", "postgres");
        here = new PooledTransactions(url, CONNECTIONS);
        there = new PooledTransactions(url, CONNECTIONS);
        try (InputStream tables = LastUnitIT.class.getResourceAsStream("/db/migration/V4_0__coupons.sql")) {
            String sql = new String(Objects.requireNonNull(tables).readAllBytes(), StandardCharsets.UTF_8);
            here.call(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.execute(sql);
                }
            });
        }
    }

    @AfterAll
    static void stop() throws IOException {
        here.close();
        there.close();
        postgres.close();
    }

    /** What a replica has. */
    private record Replica(ReserveCoupon reserve, SettleUse settle) {
        static Replica over(PooledTransactions transactions, InstantSource clock) {
            KnownPeople everybody = new KnownPeople() {
                @Override
                public Optional<String> lock(String subject) {
                    return Optional.of(subject);
                }

                @Override
                public String standing(String subject) {
                    return subject;
                }
            };
            return new Replica(
                    new ReserveCoupon(transactions, everybody, CODES, COUPONS, USES, clock, Duration.ofMinutes(15)),
                    new SettleUse(transactions, CODES, COUPONS, USES, clock));
        }

        UseOutcome redeem(String id, String code) {
            UseOutcome outcome = reserve.reserve(id, request(code));
            return outcome instanceof UseOutcome.Stands ? settle.redeem(id) : outcome;
        }
    }

    private static UseRequest request(String code) {
        Line line = new Line("tea", Set.of(), 1, 2_500);
        return new UseRequest(code, null, "EUR", List.of(line), 0, 0, List.of());
    }

    @Test
    void ofTwoHundredAtOnceExactlyOneGetsTheLastOfTheBudgetToTheCent() throws Exception {
        List<Replica> replicas = List.of(Replica.over(here, Clock.systemUTC()), Replica.over(there, Clock.systemUTC()));
        for (int round = 0; round < ROUNDS; round++) {
            // 9.99 for the last one: two of them would cost a cent more than there is.
            Made made = make(CodeKind.SHARED, 999, new Limits(1_997L, null, null, null));

            List<UseOutcome> outcomes = atOnce(replicas, made.code());

            assertThat(outcomes).filteredOn(UseOutcome.Stands.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(outcome -> !(outcome instanceof UseOutcome.Stands))
                    .containsOnly(new UseOutcome.Refused(Refusal.BUDGET_SPENT));
            assertThat(standing(made)).returns(999L, Standing::redeemed).returns(0L, Standing::reserved);
        }
    }

    @Test
    void aSingleUseCodeIsUsedByOneOfManyAndABudgetIsUsedAsFarAsItGoes() throws Exception {
        List<Replica> replicas = List.of(Replica.over(here, Clock.systemUTC()), Replica.over(there, Clock.systemUTC()));
        Made single = make(CodeKind.SINGLE_USE, 100, new Limits(null, null, null, null));
        Made seven = make(CodeKind.SHARED, 100, new Limits(799L, null, null, null));
        Made three = make(CodeKind.SHARED, 100, new Limits(null, 3L, null, null));

        assertThat(winners(atOnce(replicas, single.code()))).isOne();
        assertThat(winners(atOnce(replicas, seven.code()))).isEqualTo(7);
        assertThat(winners(atOnce(replicas, three.code()))).isEqualTo(3);
        assertThat(standing(seven).redeemed()).isEqualTo(700);
    }

    @Test
    void oneIdAtBothReplicasIsOneUse() throws Exception {
        List<Replica> replicas = List.of(Replica.over(here, Clock.systemUTC()), Replica.over(there, Clock.systemUTC()));
        Made made = make(CodeKind.SHARED, 100, new Limits(1_000L, null, null, null));
        String id = UUID.randomUUID().toString();

        List<UseOutcome> outcomes = atOnce(replicas, made.code(), shopper -> id);

        assertThat(winners(outcomes)).isEqualTo(SHOPPERS);
        assertThat(standing(made)).returns(100L, Standing::redeemed).returns(1L, Standing::uses);
    }

    @Test
    void whatNobodyRedeemedInTimeGoesToTheNextOneAndComesToNoOneTwice() {
        Instant now = Clock.systemUTC().instant();
        Replica early = Replica.over(here, InstantSource.fixed(now));
        Replica late = Replica.over(there, InstantSource.fixed(now.plus(Duration.ofMinutes(16))));
        Made made = make(CodeKind.SHARED, 100, new Limits(100L, null, null, null));
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();

        assertThat(early.reserve().reserve(first, request(made.code()))).isInstanceOf(UseOutcome.Stands.class);
        assertThat(early.redeem(second, made.code())).isEqualTo(new UseOutcome.Refused(Refusal.BUDGET_SPENT));
        assertThat(late.redeem(second, made.code())).isInstanceOf(UseOutcome.Stands.class);

        assertThat(late.settle().redeem(first)).isInstanceOf(UseOutcome.Over.class);
        assertThat(standing(made)).returns(100L, Standing::redeemed).returns(0L, Standing::reserved);
    }

    @Test
    void anOverdueUseThatNobodyElseNeededIsRedeemed() {
        Instant now = Clock.systemUTC().instant();
        Made made = make(CodeKind.SHARED, 100, new Limits(100L, null, null, null));
        String id = UUID.randomUUID().toString();

        Replica.over(here, InstantSource.fixed(now)).reserve().reserve(id, request(made.code()));
        SettleUse late = Replica.over(there, InstantSource.fixed(now.plus(Duration.ofDays(1))))
                .settle();

        assertThat(late.redeem(id)).isInstanceOf(UseOutcome.Stands.class);
        assertThat(late.redeem(id)).isInstanceOf(UseOutcome.Stands.class);
        assertThat(standing(made)).returns(100L, Standing::redeemed).returns(1L, Standing::uses);
    }

    private record Made(String couponId, String code) {}

    private static Made make(CodeKind kind, long amount, Limits limits) {
        String id = UUID.randomUUID().toString();
        Coupon coupon = new Coupon(
                id,
                kind,
                "EUR",
                new Benefit(BenefitKind.AMOUNT, null, amount, null, List.of(), null),
                new Conditions(null, null, 0, Set.of(), false, null),
                limits);
        CouponCode code = CouponCode.draw(new java.security.SecureRandom());
        Instant now = Clock.systemUTC().instant();
        here.call(connection -> COUPONS.add(connection, coupon, now)
                && CODES.add(connection, new CodeRepository.Code(code.hash(), id, null, coupon.usesPerCode(), 0), now));
        return new Made(id, code.readable());
    }

    private static Standing standing(Made made) {
        return here.call(connection -> COUPONS.find(connection, made.couponId()).orElseThrow());
    }

    private static long winners(List<UseOutcome> outcomes) {
        return outcomes.stream().filter(UseOutcome.Stands.class::isInstance).count();
    }

    private static List<UseOutcome> atOnce(List<Replica> replicas, String code) throws Exception {
        return atOnce(replicas, code, shopper -> UUID.randomUUID().toString());
    }

    private static List<UseOutcome> atOnce(
            List<Replica> replicas, String code, java.util.function.IntFunction<String> idOf)
            throws InterruptedException, ExecutionException {
        CountDownLatch ready = new CountDownLatch(SHOPPERS);
        try (ExecutorService shoppers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<UseOutcome>> running = IntStream.range(0, SHOPPERS)
                    .mapToObj(shopper -> shoppers.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return replicas.get(shopper % replicas.size()).redeem(idOf.apply(shopper), code);
                    }))
                    .toList();
            List<UseOutcome> outcomes = new ArrayList<>();
            for (Future<UseOutcome> one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}
