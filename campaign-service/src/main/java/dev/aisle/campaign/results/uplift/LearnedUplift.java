package dev.aisle.campaign.results.uplift;

import dev.aisle.campaign.campaigns.worth.PersonalUplift;
import dev.aisle.campaign.results.uplift.ModelRepository.Kept;
import dev.aisle.campaign.results.uplift.model.FeatureAudit;
import dev.aisle.campaign.results.uplift.model.Known;
import dev.aisle.campaign.results.uplift.model.UpliftModel;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What offers are expected to bring at people by what was learned of them. Worked out when it is asked for; nothing of it is kept. */
@Singleton
class LearnedUplift implements PersonalUplift {
    private static final Known NOTHING = new Known(0, 0, null, 0, 0, Set.of());
    private static final int BATCH = 2_000;

    private final ModelRepository models;
    private final TrialRepository trials;
    private final UpliftRules rules;
    private final Transactions transactions;
    private final InstantSource clock;

    LearnedUplift(
            ModelRepository models,
            TrialRepository trials,
            UpliftRules rules,
            Transactions transactions,
            InstantSource clock) {
        this.models = models;
        this.trials = trials;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Expected of(String campaign, List<String> variations, List<String> people, double worth) {
        Map<String, UpliftModel> learned = transactions.call(connection -> models.newest(connection, campaign)).stream()
                .map(Kept::model)
                .collect(Collectors.toMap(UpliftModel::variation, Function.identity()));
        if (variations.stream().noneMatch(learned::containsKey)) {
            return Expected.unknown(people.size(), variations.size());
        }
        List<Known> known = known(people);
        double[][] values = new double[people.size()][variations.size()];
        for (int person = 0; person < values.length; person++) {
            for (int n = 0; n < variations.size(); n++) {
                UpliftModel model = learned.get(variations.get(n));
                values[person][n] =
                        model == null ? Double.NaN : model.of(known.get(person)) * (model.money() ? 1 : worth);
            }
        }
        return audited(values, variations, known);
    }

    /** A sum of features may tell what none of them does: then everybody counts as the average. */
    private Expected audited(double[][] values, List<String> variations, List<Known> known) {
        FeatureAudit audit = rules.audit();
        Map<String, double[]> columns = new HashMap<>();
        IntStream.range(0, variations.size())
                .filter(n -> !Double.isNaN(values[0][n]))
                .forEach(n -> columns.put(
                        variations.get(n),
                        Arrays.stream(values).mapToDouble(row -> row[n]).toArray()));
        Set<String> standIns = new TreeSet<>();
        audit.auditable(known).forEach(segment -> standIns.addAll(audit.standIns(columns, segment, known)));
        for (int n = 0; n < variations.size(); n++) {
            if (standIns.contains(variations.get(n))) {
                int column = n;
                double mean = Arrays.stream(values)
                        .mapToDouble(row -> row[column])
                        .average()
                        .orElse(0);
                Arrays.stream(values).forEach(row -> row[column] = mean);
            }
        }
        return new Expected(values, List.copyOf(standIns));
    }

    private List<Known> known(List<String> people) {
        Map<String, Known> known = new HashMap<>();
        for (int from = 0; from < people.size(); from += BATCH) {
            List<String> batch = people.subList(from, Math.min(from + BATCH, people.size()));
            known.putAll(transactions.call(connection -> trials.known(connection, batch, clock.instant())));
        }
        return people.stream()
                .map(person -> known.getOrDefault(person, NOTHING))
                .toList();
    }
}
