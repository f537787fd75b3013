package dev.aisle.campaign.placements.usecase;

import dev.aisle.campaign.campaigns.domain.definition.Definition;
import dev.aisle.campaign.people.Person;
import dev.aisle.campaign.placements.domain.DecisionRequest;
import dev.aisle.campaign.placements.domain.arbitration.Contender;
import dev.aisle.campaign.placements.domain.arbitration.Rule;
import dev.aisle.campaign.placements.domain.arbitration.Ruling;
import dev.aisle.platform.consent.Use;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Evaluates a campaign for a person as of now, rule by rule. Gives nothing to anybody and keeps nothing. */
@ApplicationScoped
public class TryCampaign {
    private final ConsentCheck consentCheck;
    private final ChooseCampaign chooseCampaign;

    TryCampaign(ConsentCheck consentCheck, ChooseCampaign chooseCampaign) {
        this.consentCheck = consentCheck;
        this.chooseCampaign = chooseCampaign;
    }

    /**
     * How it would do.
     *
     * @param subject the pseudonym under which the person stands now
     * @param stopping every rule that stops it before it is compared with others
     * @param ruling who would get the placement if the campaign ran
     */
    public record Tried(String subject, Person person, Contender contender, List<Rule> stopping, Ruling ruling) {}

    /** Tries it; empty when the person doesn't allow personalization: then nothing of the person is read. */
    public Optional<Tried> of(Definition definition, DecisionRequest asked) {
        DecisionRequest request = asked.under(consentCheck.standing(asked.subject()));
        try (Use _ = consentCheck.beginUse()) {
            if (!consentCheck.allowsPersonalization(request.subject())) {
                return Optional.empty();
            }
            ChooseCampaign.Trial trial = chooseCampaign.tryOut(request, definition);
            return Optional.of(new Tried(
                    request.subject(), trial.situation().person(), trial.tried(), trial.stopping(), trial.ruling()));
        }
    }
}
