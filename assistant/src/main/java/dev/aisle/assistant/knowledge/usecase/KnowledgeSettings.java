package dev.aisle.assistant.knowledge.usecase;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How the articles of the assistant are kept. */
@ConfigMapping(prefix = "aisle.assistant.knowledge")
public interface KnowledgeSettings {
    /** How often an instance looks for what others changed. */
    @WithDefault("1s")
    String refreshEvery();

    /** Whether somebody else than its author must approve a version; then an import can't approve either. */
    @WithDefault("false")
    boolean secondPerson();

    /** Threads that read passages into points after a change. */
    @Min(1)
    @Max(16)
    @WithDefault("2")
    int threads();
}
