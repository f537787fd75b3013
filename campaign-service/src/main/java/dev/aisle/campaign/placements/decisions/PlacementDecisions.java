package dev.aisle.campaign.placements.decisions;

import dev.aisle.campaign.placements.decisions.TraceRepository.Kept;
import dev.aisle.campaign.placements.domain.arbitration.Rule;
import dev.aisle.campaign.shared.Language;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of a campaign in the last decisions at placements. */
@ApplicationScoped
class PlacementDecisions implements WhySource {
    private static final int LOOKED_AT = 100;
    private static final int TOLD = 10;

    private final TraceRepository traces;

    PlacementDecisions(TraceRepository traces) {
        this.traces = traces;
    }

    @Override
    @Transactional
    public List<Line> of(String campaign, String subject, Language language) {
        return traces.last(subject, LOOKED_AT).stream()
                .flatMap(
                        kept -> text(campaign, kept, language)
                                .map(text -> new Line(kept.at(), kept.placement(), kept.id(), text))
                                .stream())
                .limit(TOLD)
                .toList();
    }

    private static Optional<String> text(String campaign, Kept kept, Language language) {
        boolean chinese = language == Language.ZH;
        if (campaign.equals(kept.campaign())) {
            String reference = campaign + "@" + kept.version();
            if (kept.heldOut()) {
                return Optional.of(sentence(reference, Rule.HOLDOUT, language));
            }
            return Optional.of(chinese ? "已展示 " + reference + "。" : reference + " was shown.");
        }
        DecisionTrace trace = kept.trace();
        return trace == null
                ? Optional.empty()
                : rule(campaign, trace)
                        .map(rule -> sentence(campaign, rule, language)
                                + (trace.winner() == null
                                        ? ""
                                        : chinese
                                                ? "胜出的是 " + trace.winner().campaign() + "。"
                                                : " " + trace.winner().campaign() + " won."));
    }

    /** By which rule a campaign wasn't given; empty when it wasn't there. */
    private static Optional<Rule> rule(String campaign, DecisionTrace trace) {
        Stream<String> lost = trace.lost().stream()
                .filter(one -> isOf(campaign, one.campaign()))
                .flatMap(one -> Stream.ofNullable(one.rule()));
        Stream<String> stopped = trace.stopped().entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(one -> isOf(campaign, one)))
                .map(entry -> entry.getKey());
        return Stream.concat(lost, stopped)
                .flatMap(code -> Rule.of(code).stream())
                .findFirst();
    }

    private static boolean isOf(String campaign, String reference) {
        return reference.startsWith(campaign + "@");
    }

    private static String sentence(String campaign, Rule rule, Language language) {
        return campaign + " " + RuleWords.lost(rule, language) + (language == Language.ZH ? "。" : ".");
    }
}
