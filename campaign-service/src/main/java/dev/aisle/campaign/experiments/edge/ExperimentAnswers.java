package dev.aisle.campaign.experiments.edge;

import dev.aisle.campaign.campaigns.edge.VersionedChanges;
import dev.aisle.campaign.experiments.edge.ExperimentViews.Whole;
import dev.aisle.campaign.experiments.usecase.ReadExperiments;
import dev.aisle.campaign.experiments.usecase.SaveExperiment;
import dev.aisle.campaign.experiments.usecase.TakeStep;
import dev.aisle.platform.problem.Problems;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Outcomes as answers. */
@Singleton
class ExperimentAnswers {
    private final ReadExperiments readExperiments;

    ExperimentAnswers(ReadExperiments readExperiments) {
        this.readExperiments = readExperiments;
    }

    /** An experiment with its revision as ETag. */
    Response whole(String id, int status) {
        return readExperiments
                .one(id)
                .map(seen -> Response.status(status)
                        .tag("r" + seen.life().revision())
                        .entity(Whole.of(seen))
                        .build())
                .orElseGet(() -> Problems.notFound("experiment"));
    }

    Response of(String id, SaveExperiment.Outcome outcome) {
        return switch (outcome) {
            case SaveExperiment.Outcome.Created _ -> whole(id, 201);
            case SaveExperiment.Outcome.Changed _ -> whole(id, 200);
            case SaveExperiment.Outcome.Unchanged _ -> whole(id, 200);
            case SaveExperiment.Outcome.Wrong wrong -> Findings.answer("invalid-experiment", wrong.findings());
            case SaveExperiment.Outcome.Outdated outdated ->
                VersionedChanges.outdated("experiment", outdated.revision());
            case SaveExperiment.Outcome.InFlight inFlight ->
                Problems.conflict(
                        "in-flight",
                        String.join(", ", inFlight.fields())
                                + " can't change while a phase runs: its figures would mix two assignments. Begin a"
                                + " new phase: POST"
                                + " /v1/experiments/" + id + "/steps {\"step\": \"phase\", \"definition\": {…}}.");
            case SaveExperiment.Outcome.Over over ->
                Problems.conflict(
                        "wrong-state",
                        "The experiment is " + over.state().code()
                                + ". Begin a new phase with the step phase if it is only stopped, or make another"
                                + " one.");
            case SaveExperiment.Outcome.TooMany tooMany ->
                Problems.conflict("too-many-experiments", "There are at most " + tooMany.most() + " experiments.");
        };
    }

    Response of(String id, TakeStep.Outcome outcome) {
        return switch (outcome) {
            case TakeStep.Outcome.Done _ -> whole(id, 200);
            case TakeStep.Outcome.Missing _ -> Problems.notFound("experiment");
            case TakeStep.Outcome.Outdated outdated -> VersionedChanges.outdated("experiment", outdated.revision());
            case TakeStep.Outcome.NotPossible no -> Problems.conflict(no.kind(), no.why());
            case TakeStep.Outcome.WrongField wrong -> Problems.invalidField(wrong.field(), wrong.message());
            case TakeStep.Outcome.Wrong wrong -> Findings.answer("invalid-experiment", wrong.findings());
        };
    }
}
