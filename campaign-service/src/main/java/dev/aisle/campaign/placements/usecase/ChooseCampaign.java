package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.campaigns.contacts.SaidByPerson;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.experiments.domain.RankingFlag;
import dev.aisle.campaign.experiments.flags.domain.Asker;
import dev.aisle.campaign.experiments.flags.domain.Evaluation;
import dev.aisle.campaign.experiments.flags.domain.InExperiments;
import dev.aisle.campaign.experiments.flags.usecase.EvaluateFlag;
import dev.aisle.campaign.placements.domain.Choice;
import dev.aisle.campaign.placements.domain.DecisionRequest;
import dev.aisle.campaign.placements.domain.Situation;
import dev.aisle.campaign.placements.domain.arbitration.Arbitration;
import dev.aisle.campaign.placements.domain.arbitration.Contender;
import dev.aisle.campaign.placements.domain.arbitration.Rule;
import dev.aisle.campaign.placements.domain.arbitration.Ruling;
import dev.aisle.campaign.placements.store.PersonReader;
import dev.aisle.campaign.placements.store.PersonReader.Known;
import dev.aisle.campaign.placements.store.PersonReader.Wanted;
import dev.aisle.campaign.placements.usecase.Contenders.Held;
import dev.aisle.campaign.shared.CampaignSettings;
import dev.aisle.contracts.recommender.v1.Reranking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds out about the person and chooses a campaign. Reads only; what it chose is recorded later, or not at all. */
@ApplicationScoped
class ChooseCampaign {
    private final Contenders contenders;
    private final CapsOverAll caps;
    private final ReadPeople readPeople;
    private final PersonReader reader;
    private final EvaluateFlag evaluateFlag;
    private final CampaignSettings settings;
    private final InstantSource clock;
    private final Arbitration arbitration;

    ChooseCampaign(
            Contenders contenders,
            CapsOverAll caps,
            ReadPeople readPeople,
            PersonReader reader,
            EvaluateFlag evaluateFlag,
            CampaignSettings settings,
            InstantSource clock) {
        this.contenders = contenders;
        this.caps = caps;
        this.arbitration = new Arbitration(caps.policy());
        this.readPeople = readPeople;
        this.reader = reader;
        this.evaluateFlag = evaluateFlag;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What was chosen, and on what grounds.
     *
     * @param experiments in which variations the person is
     * @param roster who could have been chosen
     * @param profileVersion the latest that the segments were said by; 0 when nothing was said
     */
    public record Plan(
            Situation situation, Ruling ruling, InExperiments experiments, Roster roster, long profileVersion) {
        /** What the person gets. */
        public Choice choice() {
            return ruling.choice();
        }

        /** How products are ordered for the person. */
        Reranking ranking() {
            Evaluation evaluation = experiments.ranking();
            Object value = evaluation == null ? null : evaluation.value();
            return value == null ? Reranking.getDefaultInstance() : RankingFlag.settings(value);
        }
    }

    /** Chooses as of now. */
    public Plan choose(DecisionRequest request) {
        Instant now = clock.instant();
        Held held = contenders.latest(now);
        Roster roster = held.at(request.placement());
        Known known = read(request, roster, now);
        while (known.stamp() != held.stamp()) {
            held = contenders.renewed(now);
            roster = held.at(request.placement());
            known = read(request, roster, now);
        }
        InExperiments experiments = experiments(request, roster, known);
        Situation situation = situation(request, roster, known, experiments, now);
        return new Plan(
                situation,
                arbitration.decide(roster.contenders(), situation),
                experiments,
                roster,
                known.profileVersion());
    }

    /** The same of a campaign that may not run, beside those that do. */
    @Transactional
    Trial tryOut(DecisionRequest request, Definition definition) {
        Instant now = clock.instant();
        Contender tried = contenders.of(definition);
        String id = definition.campaign().id();
        List<Contender> all =
                new ArrayList<>(contenders.renewed(now).at(request.placement()).contenders());
        all.removeIf(other -> other.campaign().id().equals(id));
        all.add(tried);
        Roster roster = contenders.roster(all);
        Known known = read(request, roster, now);
        Situation situation = situation(request, roster, known, experiments(request, roster, known), now);
        return new Trial(
                situation, tried, arbitration.allThatStop(tried, situation), arbitration.decide(all, situation));
    }

    /**
     * How a campaign would do.
     *
     * @param stopping every rule that stops it before it is compared with others
     * @param ruling as if it ran
     */
    record Trial(Situation situation, Contender tried, List<Rule> stopping, Ruling ruling) {}

    /** Whoever said "too often" has caps that may reach further back than those of the campaigns. */
    private Situation situation(
            DecisionRequest request, Roster roster, Known known, InExperiments experiments, Instant now) {
        SaidByPerson said = SaidByPerson.of(known.said(), now);
        Map<String, List<Instant>> shown = said.window()
                .map(window -> reader.shown(
                                Map.of(
                                        request.subject(),
                                        now.minus(windows(roster)
                                                .filter(other -> other.compareTo(window) > 0)
                                                .max(Comparator.naturalOrder())
                                                .orElse(window))),
                                caps.longestWindow().isPresent())
                        .getOrDefault(request.subject(), Map.of()))
                .orElse(known.shown());
        return new Situation(request, known.person(), shown, known.allocated(), said, experiments.variations(), now);
    }

    private InExperiments experiments(DecisionRequest request, Roster roster, Known known) {
        return evaluateFlag.in(
                roster.experiments(),
                RankingFlag.keys(request.placement()),
                new Asker(
                        request.subject(),
                        Map.of(
                                "placement",
                                request.placement(),
                                "language",
                                request.language().tag(),
                                "segments",
                                known.person().segments().entrySet().stream()
                                        .filter(Map.Entry::getValue)
                                        .map(Map.Entry::getKey)
                                        .toList())));
    }

    private Stream<Duration> windows(Roster roster) {
        return Stream.concat(roster.longestWindow().stream(), caps.longestWindow().stream());
    }

    private Known read(DecisionRequest request, Roster roster, Instant now) {
        Instant shownAfter =
                windows(roster).max(Comparator.naturalOrder()).map(now::minus).orElse(null);
        return readPeople.read(new Wanted(
                request.subject(),
                now.minus(settings.recentFor()),
                shownAfter,
                caps.longestWindow().map(now::minus).orElse(null)));
    }
}
