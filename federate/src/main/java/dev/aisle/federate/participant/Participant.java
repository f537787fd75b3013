package dev.aisle.federate.participant;

import dev.aisle.algorithms.federated.Census;
import dev.aisle.algorithms.federated.GaussianShare;
import dev.aisle.algorithms.federated.JointFactors;
import dev.aisle.algorithms.federated.JointSettings;
import dev.aisle.algorithms.federated.PeopleUpdate;
import dev.aisle.algorithms.federated.Quantiser;
import dev.aisle.algorithms.recommend.Interactions;
import dev.aisle.contracts.federation.v1.JoinAnswer;
import dev.aisle.contracts.federation.v1.RoundAnswer;
import dev.aisle.federate.Credentials;
import dev.aisle.federate.Numbers;
import dev.aisle.federate.Plans;
import dev.aisle.federate.RefusedException;
import java.security.SecureRandom;
import java.util.function.Consumer;

/** A shop in a training. What leaves it: its catalogue, how many people it has at least, and sums over people with noise under masks. */
public final class Participant {
    private final Member member;
    private final People people;
    private final Terms terms;
    private final SecureRandom random = new SecureRandom();
    private final Consumer<String> progress;

    /** @param progress is told a line at a time */
    public Participant(
            Credentials credentials, Connection connection, People people, Terms terms, Consumer<String> progress) {
        this.member = new Member(credentials, connection, random);
        this.people = people;
        this.terms = terms;
        this.progress = progress;
    }

    /**
     * What was learnt.
     *
     * @param factors of the products of all partners
     * @param numbers by own product: its number among them
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once
    public record Learnt(JointFactors factors, int[] numbers) {}

    /** Trains until the last round. */
    public Learnt train() {
        JoinAnswer joined = member.join(people, people.taken().userCount(), terms);
        JointSettings settings = Plans.settings(joined.getPlan());
        int[] numbers =
                joined.getNumbersList().stream().mapToInt(Integer::intValue).toArray();
        int items = joined.getPlan().getItems();
        int honest = joined.getPlan().getHonest();
        Interactions taken = people.among(numbers, items);

        RoundAnswer counted =
                send(0, Census.of(taken, settings.censusClip()), settings.noise() * settings.censusClip(), honest);
        JointFactors factors = JointFactors.first(settings, census(counted, items));
        for (int round = 1; round <= settings.rounds(); round++) {
            double[] update = PeopleUpdate.of(taken, factors, settings, random);
            RoundAnswer answer = send(round, update, settings.noise() * settings.clip(), honest);
            factors = JointFactors.of(
                    settings, factors.census(), Numbers.floats(answer.getFactors(), items * settings.rank()));
            progress.accept("round " + round + " of " + settings.rounds() + " is learnt");
        }
        return new Learnt(factors, numbers);
    }

    private RoundAnswer send(int round, double[] sum, double deviation, int honest) {
        new GaussianShare(deviation, honest).add(sum, random);
        return member.contribute(round, Quantiser.quantised(sum));
    }

    private static Census census(RoundAnswer answer, int items) {
        double[] counts =
                answer.getCensusList().stream().mapToDouble(Double::doubleValue).toArray();
        for (double count : counts) {
            if (!Double.isFinite(count)) {
                throw new RefusedException("census: a number isn't finite");
            }
        }
        if (counts.length != Census.length(items)) {
            throw new RefusedException("census: expected " + Census.length(items) + " numbers, were " + counts.length);
        }
        return Census.read(counts, answer.getDeviation());
    }
}
