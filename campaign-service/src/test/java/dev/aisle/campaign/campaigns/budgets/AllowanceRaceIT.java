package dev.aisle.campaign.campaigns.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.campaign.campaigns.budgets.AccountRepository.Account;
import dev.aisle.campaign.campaigns.budgets.Allowances.Outcome;
import dev.aisle.campaign.shared.PooledTransactions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two replicas over pools of their own and one database. */
class AllowanceRaceIT {
    private static final int ROUNDS = Integer.getInteger("aisle.budgets.rounds", 5);
    private static final int AT_ONCE = 200;
    private static final AccountRepository ACCOUNTS = new AccountRepository();

    private static EmbeddedPostgres postgres;
    private static List<PooledTransactions> replicas;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("fsync", "off")
                .start();
        String url = postgres.getJdbcUrl("postgres", "postgres");
        replicas = List.of(new PooledTransactions(url, 20), new PooledTransactions(url, 20));
        for (String tables : List.of("V1_0__campaigns_people_decisions.sql", "V6_0__budgets_and_traces.sql")) {
            try (InputStream file = AllowanceRaceIT.class.getResourceAsStream("/db/migration/" + tables)) {
                String sql = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
                replicas.getFirst().call(connection -> {
                    try (var statement = connection.createStatement()) {
                        return statement.execute(sql);
                    }
                });
            }
        }
    }

    @AfterAll
    static void stop() throws IOException {
        replicas.forEach(PooledTransactions::close);
        postgres.close();
    }

    @Test
    void ofTwoHundredAtOnceAsManyGetItAsTheMoneyPaysForAndNotOneMore() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            // 37 times 1.50 is 55.50, and 49 cents more don't pay for another one.
            Allowance allowance = new Allowance("money-" + round, 1, null, 5_599L, 150);

            List<Outcome> outcomes = takenAtOnce(allowance);

            assertThat(outcomes).filteredOn(Outcome.TAKEN::equals).hasSize(37);
            assertThat(outcomes).filteredOn(Outcome.USED_UP::equals).hasSize(AT_ONCE - 37);
            assertThat(account(allowance)).isEqualTo(new Account(1, 37, 5_550, 0));
        }
    }

    @Test
    void theLastOneIsGivenOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Allowance allowance = new Allowance("last-" + round, 1, 1L, null, 0);

            assertThat(takenAtOnce(allowance)).filteredOn(Outcome.TAKEN::equals).hasSize(1);
        }
    }

    @Test
    void aNewVersionKeepsWhatWasGivenAndTheOldOneTakesNoMore() throws Exception {
        Allowance small = new Allowance("grown", 1, 40L, null, 0);
        Allowance large = new Allowance("grown", 2, 100L, null, 0);

        takenAtOnce(small);
        List<Outcome> outcomes = takenAtOnce(large);

        assertThat(outcomes).filteredOn(Outcome.TAKEN::equals).hasSize(60);
        assertThat(takenAtOnce(small)).containsOnly(Outcome.OUTDATED);
        assertThat(account(large).given()).isEqualTo(100);
    }

    @Test
    void whatAFailedDecisionTookIsThereAgain() {
        Allowance allowance = new Allowance("failed", 1, 3L, null, 0);
        PooledTransactions replica = replicas.getFirst();

        for (int time = 0; time < 5; time++) {
            try {
                replica.call(connection -> {
                    Allowances.take(connection, ACCOUNTS, allowance);
                    throw new IllegalStateException("the decision fails");
                });
            } catch (IllegalStateException expected) {
                // What was taken in it is given back with it.
            }
        }

        Outcome outcome = replica.call(connection -> Allowances.take(connection, ACCOUNTS, allowance));

        assertThat(outcome).isEqualTo(Outcome.TAKEN);
        assertThat(account(allowance)).isEqualTo(new Account(1, 1, 0, 2));
    }

    private static List<Outcome> takenAtOnce(Allowance allowance) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(40)) {
            List<Callable<Outcome>> all = new ArrayList<>();
            for (int one = 0; one < AT_ONCE; one++) {
                PooledTransactions replica = replicas.get(one % replicas.size());
                all.add(() -> replica.call(connection -> Allowances.take(connection, ACCOUNTS, allowance)));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> one : threads.invokeAll(all)) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }

    private static Account account(Allowance allowance) {
        return replicas.getFirst()
                .call(connection ->
                        ACCOUNTS.of(connection, allowance.campaign()).orElseThrow());
    }
}
