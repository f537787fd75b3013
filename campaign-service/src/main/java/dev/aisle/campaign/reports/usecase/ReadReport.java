package dev.aisle.campaign.reports.usecase;

import dev.aisle.algorithms.privacy.disclosure.KThreshold;
import dev.aisle.campaign.campaigns.domain.Variation;
import dev.aisle.campaign.campaigns.domain.definition.Amount;
import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.campaigns.usecase.ReadCampaigns;
import dev.aisle.campaign.campaigns.usecase.ReadDefinition;
import dev.aisle.campaign.placements.usecase.DecisionSettings;
import dev.aisle.campaign.reports.domain.Arms;
import dev.aisle.campaign.reports.domain.Cost;
import dev.aisle.campaign.reports.domain.Effect;
import dev.aisle.campaign.reports.domain.EffectDay;
import dev.aisle.campaign.reports.domain.OverTime;
import dev.aisle.campaign.reports.domain.Report;
import dev.aisle.campaign.reports.domain.Responses;
import dev.aisle.campaign.reports.domain.Wording;
import dev.aisle.campaign.reports.store.ReportRepository;
import dev.aisle.campaign.shared.CampaignSettings;
import dev.aisle.campaign.shared.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports what a version of a campaign achieved. Of fewer people than the threshold nothing is told. */
@Singleton
public class ReadReport {
    /** So seldom that a shop with many campaigns sees no false alarm in years. */
    private static final double ODD = 0.001;

    private final ReadCampaigns readCampaigns;
    private final ReadDefinition readDefinition;
    private final ReportRepository reports;
    private final Transactions transactions;
    private final ReportSettings settings;
    private final DecisionSettings decisions;
    private final KThreshold threshold;

    ReadReport(
            ReadCampaigns readCampaigns,
            ReadDefinition readDefinition,
            ReportRepository reports,
            Transactions transactions,
            ReportSettings settings,
            DecisionSettings decisions,
            CampaignSettings campaignSettings) {
        this.readCampaigns = readCampaigns;
        this.readDefinition = readDefinition;
        this.reports = reports;
        this.transactions = transactions;
        this.settings = settings;
        this.decisions = decisions;
        this.threshold = new KThreshold(campaignSettings.threshold());
    }

    /** Reports a version, the running or else the newest when none is named; empty when there is no such one. */
    public Optional<Report> of(String id, @Nullable Integer version) {
        return readCampaigns
                .one(id)
                .flatMap(seen -> readDefinition.of(
                        id, version == null ? Integer.valueOf(seen.shown().number()) : version))
                .map(definition -> transactions.call(connection -> report(connection, definition)));
    }

    /** How the effect on orders of a version went, day by day; none of too few people, and of a version that isn't there. */
    public List<EffectDay> overTime(String id, int version) {
        return readDefinition
                .of(id, version)
                .map(definition -> transactions.call(connection -> OverTime.of(
                        reports.moved(connection, id, version, definition.goal().within()), threshold)))
                .orElse(List.of());
    }

    private Report report(Connection connection, Definition definition) throws SQLException {
        String id = definition.campaign().id();
        int version = definition.campaign().version();
        Duration within = definition.goal().within();
        String currency = currency(connection, definition);
        Arms arms = new Arms(reports.arms(connection, id, version, within, currency), currency);
        if (!threshold.allows(arms.people())) {
            return new Report(
                    id,
                    version,
                    threshold.k(),
                    false,
                    currency,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of("Of fewer than " + threshold.k()
                            + " people who allow analytics nothing is told; so far there are no more."));
        }
        Optional<Effect> effect = arms.both(threshold) ? Effect.of(arms, threshold) : Optional.empty();
        Responses responses = reports.responses(connection, id, version);
        Optional<Cost> cost = cost(connection, definition, currency);
        List<String> words = new ArrayList<>();
        if (arms.both(threshold) && arms.sizesByChance(definition.campaign()) < ODD) {
            words.add("The arms haven't the sizes that chance gives them: find out why before you believe any effect.");
        }
        words.addAll(Wording.ofEffect(arms, effect, definition.goal(), cost));
        words.addAll(Wording.ofResponses(responses, threshold));
        return new Report(
                id,
                version,
                threshold.k(),
                true,
                currency,
                arms.each(threshold) ? arms.all() : List.of(),
                effect,
                threshold.allows(responses.reached()) ? Optional.of(responses) : Optional.empty(),
                cost,
                words);
    }

    private Optional<Cost> cost(Connection connection, Definition definition, String currency) throws SQLException {
        Optional<Long> coupons = reports.cost(connection, coupons(definition), currency);
        double sending = currency.equals(decisions.currency())
                ? reports
                        .sent(
                                connection,
                                definition.campaign().id(),
                                definition.campaign().version())
                        .entrySet()
                        .stream()
                        .mapToDouble(
                                one -> one.getValue() * settings.messageCost().getOrDefault(one.getKey(), 0.0))
                        .sum()
                : 0;
        return coupons.isEmpty() && sending == 0
                ? Optional.empty()
                : Optional.of(new Cost(coupons.orElse(0L), sending));
    }

    /** That of its value or budget; else the one in which most is paid. */
    private String currency(Connection connection, Definition definition) throws SQLException {
        Optional<String> own = Stream.of(
                        Optional.ofNullable(definition.limits().value()),
                        Optional.ofNullable(definition.limits().budget()))
                .flatMap(Optional::stream)
                .map(Amount::currency)
                .findFirst();
        return own.isPresent()
                ? own.get()
                : reports.currency(
                                connection,
                                definition.campaign().id(),
                                definition.campaign().version())
                        .orElse("");
    }

    private static Set<String> coupons(Definition definition) {
        return definition.campaign().variations().stream()
                .map(Variation::coupon)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
