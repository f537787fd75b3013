package dev.aisle.federate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aisle.algorithms.artefact.Artefact;
import dev.aisle.algorithms.federated.Census;
import dev.aisle.algorithms.federated.JointFactors;
import dev.aisle.algorithms.federated.JointSettings;
import dev.aisle.algorithms.federated.PeopleUpdate;
import dev.aisle.algorithms.federated.Quantiser;
import dev.aisle.algorithms.recommend.AlsModel;
import dev.aisle.contracts.federation.v1.JoinAnswer;
import dev.aisle.contracts.federation.v1.JoinRequest;
import dev.aisle.contracts.federation.v1.KeysAnswer;
import dev.aisle.contracts.federation.v1.RoundKeys;
import dev.aisle.contracts.federation.v1.SharesAnswer;
import dev.aisle.contracts.federation.v1.SharesRequest;
import dev.aisle.contracts.federation.v1.UpdateAnswer;
import dev.aisle.contracts.federation.v1.UpdateRequest;
import dev.aisle.federate.participant.Connection;
import dev.aisle.federate.participant.JointModelFile;
import dev.aisle.federate.participant.Member;
import dev.aisle.federate.participant.Participant.Learnt;
import dev.aisle.federate.participant.Terms;
import dev.aisle.federate.secure.Place;
import dev.aisle.federate.secure.RoundSecrets;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real certificates, real TLS, real rounds. */
@Timeout(180)
class JointTrainingTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(8);

    @TempDir
    Path folder;

    /** The same training without any cryptography; the census and the first rounds by some, the others by all who are named. */
    private static float[] plain(JointSettings settings, List<String> names) {
        double[] counts = new double[Census.length(Trial.ITEMS)];
        names.forEach(name -> add(counts, Census.of(Trial.taken(name), settings.censusClip())));
        JointFactors factors = JointFactors.first(settings, Census.read(counts, 0));
        for (int round = 0; round < settings.rounds(); round++) {
            double[] sum = new double[Trial.ITEMS * 4 + 10];
            for (String name : names) {
                add(sum, PeopleUpdate.of(Trial.taken(name), factors, settings, new Random(1)));
            }
            factors = factors.after(sum, 0);
        }
        return factors.values();
    }

    private static void add(double[] into, double[] addend) {
        Arrays.setAll(into, n -> into[n] + addend[n]);
    }

    /** What recommender-service reads. */
    private void takenHome(Learnt learnt, float[] joint) throws IOException {
        List<String> ids = Trial.people("north").ids();
        Path file = folder.resolve("north.aisle");
        JointModelFile.of(learnt, ids, Instant.EPOCH).write(file);
        Artefact read = Artefact.open(file);

        assertThat(AlsModel.read(read).itemFactors()).isEqualTo(joint);
        assertThat(read.texts("products")).containsExactlyElementsOf(ids);
        assertThat(read.ints("numbers")).isEqualTo(learnt.numbers());
        assertThat(read.origin().parameters())
                .containsEntry("joint", "true")
                .containsEntry("readAt", "1970-01-01T00:00:00Z")
                .containsKey("settings");
    }

    @Test
    void shopsLearnByMaskedSumsWhatTheyWouldLearnByPlainOnes() throws IOException {
        JointSettings settings = Trial.settings(3, 0);
        try (Trial trial = new Trial(folder, settings, LONG)) {
            CompletableFuture<JointFactors> lead = trial.lead();
            List<CompletableFuture<Learnt>> shops =
                    Trial.NAMES.stream().map(trial::honest).toList();

            float[] joint = lead.join().values();

            assertThat(joint).usingComparatorWithPrecision(1e-4f).containsExactly(plain(settings, Trial.NAMES));
            for (CompletableFuture<Learnt> shop : shops) {
                assertThat(shop.join().factors().values()).isEqualTo(joint);
            }
            takenHome(shops.getFirst().join(), joint);
        }
    }

    @Test
    void aPartnerThatDropsOutAfterItsSharesIsMissingInTheSumAndNothingElseHappens() throws IOException {
        JointSettings settings = Trial.settings(2, 0);
        try (Trial trial = new Trial(folder, settings, SHORT)) {
            CompletableFuture<JointFactors> lead = trial.lead();
            trial.others("north");
            trial.others("south");

            try (Connection connection = trial.connection(trial.certificates, "west")) {
                Rogue west = new Rogue(trial, connection);
                west.untilUpdate();
            }

            assertThat(lead.join().values())
                    .usingComparatorWithPrecision(1e-4f)
                    .containsExactly(plain(settings, List.of("north", "south")));
        }
    }

    @Test
    void whenTooFewStayTheRoundIsLeftAndNobodyRevealsAnything() throws IOException {
        try (Trial trial = new Trial(folder, Trial.settings(2, 0), SHORT)) {
            CompletableFuture<JointFactors> lead = trial.lead();
            CompletableFuture<Learnt> north = trial.honest("north");

            try (Connection connection = trial.connection(trial.certificates, "west")) {
                new Rogue(trial, connection).untilUpdate();
            }

            assertThatThrownBy(lead::join)
                    .hasRootCauseInstanceOf(TrainingAbortedException.class)
                    .hasMessageContaining("numbers came from 1 partners, 2 are needed; nothing of it was unmasked");
            assertThatThrownBy(north::join).hasMessageContaining("nothing of it was unmasked");
        }
    }

    @Test
    void numbersThatNoPeopleCanGiveThrowTheRoundAway() throws IOException {
        try (Trial trial = new Trial(folder, Trial.settings(2, 0), LONG)) {
            CompletableFuture<JointFactors> lead = trial.lead();
            CompletableFuture<Learnt> north = trial.honest("north");
            trial.others("south");
            long[] notANumber = new long[Census.length(Trial.ITEMS)];
            Arrays.fill(notANumber, Double.doubleToRawLongBits(Double.NaN));

            try (Connection connection = trial.connection(trial.certificates, "west")) {
                Member west = new Member(trial.certificates.credentials("west"), connection, new SecureRandom());
                west.join(Trial.people("west"), 20, Trial.ANY);

                assertThatThrownBy(() -> west.contribute(0, notANumber)).hasMessageContaining("can't be true");
            }

            assertThatThrownBy(lead::join).hasMessageContaining("somebody's numbers can't be true");
            assertThatThrownBy(north::join).hasMessageContaining("can't be true");
        }
    }

    @Test
    void anOldRoundIsRefused() throws IOException {
        try (Trial trial = new Trial(folder, Trial.settings(2, 0), SHORT)) {
            CompletableFuture<JointFactors> lead = trial.lead();
            trial.others("north");
            trial.others("south");
            try (Connection connection = trial.connection(trial.certificates, "west")) {
                Member west = new Member(trial.certificates.credentials("west"), connection, new SecureRandom());
                JoinAnswer joined = west.join(Trial.people("west"), 20, Trial.ANY);
                west.contribute(0, Quantiser.quantised(Census.of(Trial.taken("west"), 5)));
                RoundKeys old = new RoundSecrets("west", new Place(joined.getSession(), 0), 2, new SecureRandom())
                        .keys(trial.certificates.credentials("west").key());

                refused(
                        () -> connection.send("keys", old, KeysAnswer.parser()),
                        "round: the message is of round 0, but this is round 1");
                refused(
                        () -> connection.send(
                                "keys",
                                old.toBuilder().setSession(old.getMaskingKey()).build(),
                                KeysAnswer.parser()),
                        "session: the message is of another training");
            }
            assertThat(lead.join().items()).isEqualTo(Trial.ITEMS);
        }
    }

    @Test
    void aPartnerThatLiesAboutItsSizeIsRefused() throws IOException {
        try (Trial trial = new Trial(folder, Trial.settings(1, 0), SHORT);
                Connection connection = trial.connection(trial.certificates, "west")) {
            Member west = new Member(trial.certificates.credentials("west"), connection, new SecureRandom());

            refused(
                    () -> west.join(Trial.people("west"), 300_000, Trial.ANY),
                    "people: west says 300000, but the agreement says 1 to 20");
            refused(() -> west.join(Trial.people("west"), 0, Trial.ANY), "people: west says 0");
        }
    }

    @Test
    void anUpdateOfAnotherLengthIsRefusedAndOneThatIsFarTooLongIsNotKept() throws IOException {
        try (Trial trial = new Trial(folder, Trial.settings(1, 0), SHORT)) {
            CompletableFuture<JointFactors> lead = trial.lead();
            trial.others("north");
            trial.others("south");
            try (Connection connection = trial.connection(trial.certificates, "west")) {
                Rogue west = new Rogue(trial, connection);
                west.untilUpdate();

                refused(() -> west.update(new long[3]), "numbers: expected 31 numbers of 8 bytes, were 24 bytes");
                refused(() -> west.update(new long[100_000]), "the body has more than");
            }
            assertThat(lead.join().items()).isEqualTo(Trial.ITEMS);
        }
    }

    @Test
    void whoeverIsntInTheAgreementOrComesFromAnotherAuthorityIsRefused() throws IOException {
        try (Trial trial = new Trial(folder.resolve("one"), Trial.settings(1, 0), SHORT)) {
            Certificates others = new Certificates(folder.resolve("other"));
            others.create(List.of("west"));
            try (Connection stranger = trial.connection(trial.certificates, "stranger");
                    Connection forged = trial.connection(others, "west")) {
                refused(
                        () -> stranger.send("join", JoinRequest.getDefaultInstance(), JoinAnswer.parser()),
                        "stranger isn't in the agreement");
                assertThatThrownBy(() -> forged.send("join", JoinRequest.getDefaultInstance(), JoinAnswer.parser()))
                        .isInstanceOf(TrainingAbortedException.class)
                        .hasMessageContaining("no connection");
            }
        }
    }

    @Test
    void aShopDoesntTrainBelowTheNoiseOrAboveTheEpsilonThatItInsistsOn() throws IOException {
        try (Trial trial = new Trial(folder, Trial.settings(1, 0.5), SHORT)) {
            CompletableFuture<JointFactors> lead = trial.lead();
            CompletableFuture<Learnt> north = trial.honest("north", new Terms(1, 2, 100));
            CompletableFuture<Learnt> south = trial.honest("south", new Terms(0.5, 2, 5));
            trial.others("west");

            assertThatThrownBy(north::join).hasMessageContaining("noise: the plan says 0.5, I insist on at least 1.0");
            assertThatThrownBy(south::join).hasMessageContaining("epsilon: the plan costs");
            assertThatThrownBy(lead::join).hasMessageContaining("keys came from 1 partners");
        }
    }

    @Test
    void withNoiseTheSumDiffersFromThePlainOneByAboutWhatTheNoiseSays() throws IOException {
        try (Trial trial = new Trial(folder, Trial.settings(1, 2), LONG)) {
            CompletableFuture<JointFactors> lead = trial.lead();
            Trial.NAMES.forEach(trial::others);

            // Noise of 2 · 5 · √1.5 in counts of a few: the plain census is 60 people.
            assertThat(lead.join().census().people()).isCloseTo(60, within(100.0));
        }
    }

    private static void refused(ThrowingCallable sending, String reason) {
        assertThatThrownBy(sending).isInstanceOf(RefusedException.class).hasMessageContaining(reason);
    }

    /** West, which speaks the protocol up to its numbers. */
    private static final class Rogue {
        private final Trial trial;
        private final Connection connection;
        private JoinAnswer joined = JoinAnswer.getDefaultInstance();

        Rogue(Trial trial, Connection connection) {
            this.trial = trial;
            this.connection = connection;
        }

        void untilUpdate() {
            Member west = new Member(trial.certificates.credentials("west"), connection, new SecureRandom());
            joined = west.join(Trial.people("west"), 20, Trial.ANY);
            RoundSecrets secrets = new RoundSecrets("west", new Place(joined.getSession(), 0), 2, new SecureRandom());
            KeysAnswer keys = connection.send(
                    "keys", secrets.keys(trial.certificates.credentials("west").key()), KeysAnswer.parser());
            connection.send(
                    "shares",
                    SharesRequest.newBuilder()
                            .setSession(joined.getSession())
                            .addAllShares(secrets.shares(keys.getPartnersList(), west.partners()))
                            .build(),
                    SharesAnswer.parser());
        }

        void update(long[] numbers) {
            connection.send(
                    "update",
                    UpdateRequest.newBuilder()
                            .setSession(joined.getSession())
                            .setNumbers(Numbers.bytes(numbers))
                            .build(),
                    UpdateAnswer.parser());
        }
    }
}
