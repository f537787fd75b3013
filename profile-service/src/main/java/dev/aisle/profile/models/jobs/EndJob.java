package dev.aisle.profile.models.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aisle.algorithms.privacy.guard.Figure;
import dev.aisle.platform.guard.GuardedFigures;
import dev.aisle.profile.analysis.domain.AnalysisRun.State;
import dev.aisle.profile.models.ModelKind;
import dev.aisle.profile.models.ModelRepository;
import dev.aisle.profile.models.ModelsRenewed;
import dev.aisle.profile.models.fitting.Fit;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Enters the models of a run and its end in one transaction: never one without the other. */
@ApplicationScoped
class EndJob {
    private final JobRepository jobs;
    private final ModelRepository models;
    private final GuardedFigures guarded;
    private final ObjectMapper json;
    private final List<ModelsRenewed> listeners;

    EndJob(
            JobRepository jobs,
            ModelRepository models,
            GuardedFigures guarded,
            ObjectMapper json,
            @All List<ModelsRenewed> listeners) {
        this.jobs = jobs;
        this.models = models;
        this.guarded = guarded;
        this.json = json;
        this.listeners = List.copyOf(listeners);
    }

    /** The result of a run, as it is shown. */
    private record Result(List<Made> models, List<NotMade> notFitted) {}

    private record Made(String kind, long version, long people) {}

    private record NotMade(String kind, String reason) {}

    /** Ends a run that has counted everybody; nothing happens when it was ended meanwhile. */
    @Transactional
    public void done(JobRun run, List<Fit> fits) {
        List<Made> made = new ArrayList<>();
        List<NotMade> notMade = new ArrayList<>();
        if (!jobs.goesOn(run.id(), 1)) {
            jobs.end(run.id(), State.CANCELLED, 1, null, null);
            return;
        }
        Set<ModelKind> renewed = EnumSet.noneOf(ModelKind.class);
        for (Fit fit : fits) {
            switch (fit) {
                case Fit.Fitted fitted -> {
                    long people = guarded.noise()
                            .of(Figure.people(fitted.people()), fits.size())
                            .whole();
                    long version = models.add(fitted.kind(), run.asOf(), people, fitted.parameters(), run.id());
                    renewed.add(fitted.kind());
                    made.add(new Made(fitted.kind().label(), version, people));
                }
                case Fit.NotFitted not -> notMade.add(new NotMade(not.kind().label(), not.reason()));
            }
        }
        if (!renewed.isEmpty()) {
            listeners.forEach(listener -> listener.renewed(renewed));
        }
        jobs.end(run.id(), State.DONE, 1, null, write(new Result(made, notMade)));
    }

    private String write(Result result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A result can always be written", e);
        }
    }
}
