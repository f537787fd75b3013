package dev.aisle.federate.coordinator;

import com.google.protobuf.ByteString;
import dev.aisle.algorithms.federated.Census;
import dev.aisle.algorithms.federated.JointFactors;
import dev.aisle.algorithms.federated.JointSettings;
import dev.aisle.algorithms.federated.PlausibleSum;
import dev.aisle.algorithms.federated.SharedCatalogue;
import dev.aisle.contracts.federation.v1.JoinAnswer;
import dev.aisle.contracts.federation.v1.JoinRequest;
import dev.aisle.contracts.federation.v1.PartnerCertificate;
import dev.aisle.contracts.federation.v1.RoundAnswer;
import dev.aisle.federate.Numbers;
import dev.aisle.federate.Plans;
import dev.aisle.federate.RefusedException;
import dev.aisle.federate.TrainingAbortedException;
import dev.aisle.federate.secure.Place;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One training from the partners' coming to the last round. */
final class Training {
    private final Agreement agreement;
    private final Consumer<String> progress;
    private final ByteString session;
    private final Step<Joining, JoinAnswer> joining;
    private final AtomicReference<@Nullable RoundSteps> current = new AtomicReference<>();
    private final Map<String, Long> people = new TreeMap<>();

    /** A partner at the door. */
    record Joining(JoinRequest request, X509Certificate certificate) {}

    Training(Agreement agreement, Consumer<String> progress) {
        this.agreement = agreement;
        this.progress = progress;
        byte[] id = new byte[16];
        new SecureRandom().nextBytes(id);
        this.session = ByteString.copyFrom(id);
        this.joining = new Step<>("the catalogue", agreement.partners().keySet());
        current.set(RoundSteps.of(new Place(session, 0), agreement.partners().keySet()));
    }

    Step<Joining, JoinAnswer> joining() {
        return joining;
    }

    /** The round that runs. */
    RoundSteps steps() {
        RoundSteps steps = current.get();
        if (steps == null) {
            throw new RefusedException("the training is over");
        }
        return steps;
    }

    /** How many people a partner may have. */
    long mostPeople(String partner) {
        return agreement.partners().getOrDefault(partner, 0L);
    }

    /** How many numbers an update of a round has; known once everybody joined. */
    int length(int round) {
        int joined = items;
        int rank = agreement.settings().rank();
        return round == 0 ? Census.length(joined) : joined * rank + rank * (rank + 1) / 2;
    }

    private volatile int items;

    /** @throws TrainingAbortedException when too few partners come or stay, or a sum can't be true */
    JointFactors run() {
        try {
            Set<String> present = join();
            JointSettings settings = agreement.settings();
            SecureRound.Sum counted = round(present, settings.censusClip());
            double deviation = deviation(counted.stayed().size(), settings.censusClip());
            Census census = Census.read(counted.numbers(), deviation);
            progress.accept("census: %d partners, about %.0f people, %d of %d products take part"
                    .formatted(counted.stayed().size(), census.people(), census.kept(), census.items()));
            RoundAnswer.Builder answer = RoundAnswer.newBuilder().setDeviation(deviation);
            for (double number : counted.numbers()) {
                answer.addCensus(number);
            }
            present = next(counted, answer.build(), 0);
            return learn(present, JointFactors.first(settings, census));
        } catch (TrainingAbortedException e) {
            joining.abort(e);
            steps().abort(e);
            throw e;
        }
    }

    private JointFactors learn(Set<String> first, JointFactors start) {
        Set<String> present = first;
        JointFactors factors = start;
        for (int round = 1; round <= agreement.settings().rounds(); round++) {
            SecureRound.Sum sum = round(present, agreement.settings().clip());
            double deviation =
                    deviation(sum.stayed().size(), agreement.settings().clip());
            factors = factors.after(sum.numbers(), deviation);
            RoundAnswer answer = RoundAnswer.newBuilder()
                    .setDeviation(deviation)
                    .setFactors(Numbers.bytes(factors.values()))
                    .build();
            progress.accept("round %d of %d: %d partners (%s)%s"
                    .formatted(
                            round,
                            agreement.settings().rounds(),
                            sum.stayed().size(),
                            String.join(", ", sum.stayed()),
                            spent(round)));
            present = next(sum, answer, round);
        }
        return factors;
    }

    private String spent(int round) {
        return agreement.settings().noise() == 0
                ? ", without noise"
                : String.format(
                        Locale.ROOT,
                        ", ε %.2f at δ 1e-5 so far",
                        agreement.settings().epsilonAfter(round, items, 1e-5));
    }

    /** The next round is there before the answers are, which begin it. */
    private Set<String> next(SecureRound.Sum sum, RoundAnswer answer, int round) {
        RoundSteps done = steps();
        boolean last = round == agreement.settings().rounds();
        current.set(last ? null : RoundSteps.of(new Place(session, round + 1), sum.answering()));
        Map<String, RoundAnswer> answers = new HashMap<>();
        sum.answering().forEach(partner -> answers.put(partner, answer));
        done.unmask().answer(answers);
        return sum.answering();
    }

    private SecureRound.Sum round(Set<String> present, double clip) {
        RoundSteps steps = steps();
        SecureRound.Sum sum = new SecureRound(
                        steps, agreement.threshold(), length(steps.place().round()), agreement.step())
                .run(present);
        long claimed = sum.stayed().stream()
                .mapToLong(partner -> people.getOrDefault(partner, 0L))
                .sum();
        PlausibleSum.objection(
                        sum.numbers(), claimed, clip, deviation(sum.stayed().size(), clip))
                .ifPresent(reason -> {
                    throw new TrainingAbortedException("Round " + steps.place().round()
                            + " was thrown away, as somebody's numbers can't be true: " + reason);
                });
        return sum;
    }

    /** Of the noise in a sum to which so many partners gave a share. */
    private double deviation(int partners, double clip) {
        return agreement.settings().noise() * clip * Math.sqrt((double) partners / agreement.honest());
    }

    private Set<String> join() {
        Map<String, Joining> came = joining.await(agreement.partners().keySet(), agreement.join());
        if (came.size() < agreement.threshold()) {
            throw new TrainingAbortedException("%d of %d partners came, %d are needed"
                    .formatted(came.size(), agreement.partners().size(), agreement.threshold()));
        }
        SharedCatalogue catalogue = catalogue(came);
        items = catalogue.size();
        List<String> names = new ArrayList<>(came.keySet());
        current.set(RoundSteps.of(new Place(session, 0), came.keySet()));
        JoinAnswer common = common(came);
        Map<String, JoinAnswer> answers = new HashMap<>();
        for (int n = 0; n < names.size(); n++) {
            JoinAnswer.Builder answer = common.toBuilder();
            for (int number : catalogue.numbers(n)) {
                answer.addNumbers(number);
            }
            answers.put(names.get(n), answer.build());
        }
        progress.accept(
                "%d partners (%s), %d products of all".formatted(names.size(), String.join(", ", names), items));
        joining.answer(answers);
        return new TreeSet<>(names);
    }

    private SharedCatalogue catalogue(Map<String, Joining> came) {
        List<List<SharedCatalogue.Product>> products = new ArrayList<>();
        came.forEach((partner, one) -> {
            people.put(partner, one.request().getPeople());
            products.add(one.request().getProductsList().stream()
                    .map(product -> new SharedCatalogue.Product(product.getGtin(), product.getTitle()))
                    .toList());
        });
        return new SharedCatalogue(products, agreement.likeness());
    }

    private JoinAnswer common(Map<String, Joining> came) {
        JoinAnswer.Builder common = JoinAnswer.newBuilder()
                .setSession(session)
                .setPlan(Plans.of(agreement.settings())
                        .setThreshold(agreement.threshold())
                        .setHonest(agreement.honest())
                        .setItems(items));
        came.forEach((partner, one) -> {
            try {
                common.addPartners(PartnerCertificate.newBuilder()
                        .setPartner(partner)
                        .setCertificate(ByteString.copyFrom(one.certificate().getEncoded())));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that came by TLS can't be encoded", e);
            }
        });
        return common.build();
    }
}
