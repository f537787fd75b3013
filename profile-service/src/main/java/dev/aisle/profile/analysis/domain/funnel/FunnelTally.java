package dev.aisle.profile.analysis.domain.funnel;

import dev.aisle.profile.analysis.domain.Tally;
import dev.aisle.profile.analysis.domain.funnel.Attempts.Chain;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is counted for a funnel: for everybody, and by value of the breakdown. */
public final class FunnelTally implements Tally<FunnelTally> {
    private final FunnelQuestion question;
    private final StepCounts all;
    private final Map<String, StepCounts> groups = new TreeMap<>();
    private long people;

    FunnelTally(FunnelQuestion question) {
        this.question = question;
        this.all = new StepCounts(question.steps().size());
    }

    /** Where people's attempts ended: their people are counted once a group and step, whatever the number of their sessions. */
    private static final class OfPerson {
        private final Set<Integer> reached = new HashSet<>();
        private final Set<Integer> ended = new HashSet<>();
        private final Map<String, OfPerson> groups = new HashMap<>();

        void count(StepCounts counts, @Nullable Chain[] chains) {
            int furthest = furthest(chains);
            for (int step = 0; step <= furthest; step++) {
                counts.reach(step, reached.add(step));
                time(counts, step, chains[step]);
            }
            counts.end(furthest, ended.add(furthest));
        }
    }

    @Override
    public void add(PersonEvents events) {
        OfPerson person = new OfPerson();
        for (List<PersonEvent> followed : question.countBy().split(events.list())) {
            @Nullable Chain[] chains = Attempts.of(question, followed);
            if (chains[0] != null) {
                person.count(all, chains);
                String group = question.breakdown().of(begin(chains));
                person.groups
                        .computeIfAbsent(group, _ -> new OfPerson())
                        .count(groups.computeIfAbsent(group, _ -> new StepCounts(chains.length)), chains);
            }
        }
        people += person.reached.isEmpty() ? 0 : 1;
    }

    private static int furthest(@Nullable Chain[] chains) {
        int furthest = 0;
        while (furthest + 1 < chains.length && chains[furthest + 1] != null) {
            furthest++;
        }
        return furthest;
    }

    /** The attempt that got furthest says where it belongs. */
    private static PersonEvent begin(@Nullable Chain[] chains) {
        Chain last = chains[furthest(chains)];
        if (last == null) {
            throw new IllegalArgumentException("no attempt");
        }
        return last.begun();
    }

    private static void time(StepCounts counts, int step, @Nullable Chain chain) {
        if (chain != null && chain.before() != null) {
            counts.time(
                    step,
                    chain.before().event().at(),
                    chain.event().at(),
                    chain.begun().at());
        }
    }

    @Override
    public void join(FunnelTally others) {
        all.join(others.all);
        others.groups.forEach((name, counts) -> groups.computeIfAbsent(name, _ -> new StepCounts(counts.steps()))
                .join(counts));
        people += others.people;
    }

    /** Who began at least one attempt. */
    public long people() {
        return people;
    }

    /** Everybody. */
    public StepCounts all() {
        return all;
    }

    /** By value of the breakdown. Not to be changed. */
    public Map<String, StepCounts> groups() {
        return groups;
    }
}
