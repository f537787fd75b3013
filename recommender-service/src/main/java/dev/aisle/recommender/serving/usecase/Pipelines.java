package dev.aisle.recommender.serving.usecase;

import dev.aisle.platform.domains.Domains;
import dev.aisle.recommender.serving.domain.Explainer;
import dev.aisle.recommender.serving.domain.Pipeline;
import dev.aisle.recommender.serving.domain.rank.Scale;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the pipeline of all lists and what explains them: their sources are asked in parallel. */
final class Pipelines {
    private Pipelines() {}

    @Produces
    @Singleton
    static Pipeline pipeline(GatherInParallel gatherer, Domains domains) {
        return new Pipeline(gatherer, Scale.shareOfBest(), domains);
    }

    @Produces
    @Singleton
    static Explainer explainer(GatherInParallel gatherer, Domains domains) {
        return new Explainer(gatherer, Scale.shareOfBest(), domains);
    }
}
