package dev.aisle.profile.analysis.domain.funnel;

import dev.aisle.profile.analysis.domain.Tally;
import dev.aisle.profile.analysis.domain.funnel.Attempts.Chain;
import dev.aisle.profile.people.domain.PersonEvent;
import dev.aisle.profile.people.domain.PersonEvents;
import java.util.List;
import java.util.Map;
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

    /** A person counts in one group; each session in its own, and of a person so many sessions at most. */
    @Override
    public void add(PersonEvents events) {
        int counted = 0;
        for (List<PersonEvent> followed : question.countBy().split(events.list())) {
            @Nullable Chain[] chains = Attempts.of(question, followed);
            if (chains[0] != null && counted < question.countBy().most()) {
                count(all, chains);
                String group = question.breakdown().of(begin(chains));
                count(groups.computeIfAbsent(group, _ -> new StepCounts(chains.length)), chains);
                counted++;
            }
        }
        people += counted == 0 ? 0 : 1;
    }

    private static void count(StepCounts counts, @Nullable Chain[] chains) {
        for (int step = 0; step <= furthest(chains); step++) {
            counts.reach(step);
            time(counts, step, chains[step]);
        }
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
            counts.time(step, chain.before().event().at(), chain.event().at());
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
