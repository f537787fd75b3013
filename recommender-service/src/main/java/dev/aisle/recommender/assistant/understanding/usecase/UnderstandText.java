package dev.aisle.recommender.assistant.understanding.usecase;

import dev.aisle.recommender.assistant.understanding.domain.Intent;
import dev.aisle.recommender.assistant.understanding.domain.Language;
import dev.aisle.recommender.assistant.understanding.domain.Understood;
import jakarta.inject.Singleton;
import java.util.List;

/** Understands what a shopper writes. */
@Singleton
public class UnderstandText {
    public Understood understand(String text) {
        return new Understood(Language.ENGLISH, Intent.OUT_OF_SCOPE, 0, false, List.of(), 0);
    }
}
