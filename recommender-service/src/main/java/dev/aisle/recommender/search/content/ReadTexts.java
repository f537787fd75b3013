package dev.aisle.recommender.search.content;

import dev.aisle.recommender.catalog.ProductChange;
import dev.aisle.recommender.catalog.ProductChange.Described;
import dev.aisle.recommender.catalog.ProductRepository;
import dev.aisle.text.SentenceModels;
import dev.aisle.text.StoredVector;
import dev.aisle.text.TextHash;
import dev.aisle.text.TextModel;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives products their points: known ones from the table, others by reading their texts. */
@Singleton
public class ReadTexts {
    private final ProductRepository products;
    private final VectorRepository vectors;
    private final SentenceModels models;
    private final Spaces spaces;

    ReadTexts(ProductRepository products, VectorRepository vectors, SentenceModels models, Spaces spaces) {
        this.products = products;
        this.vectors = vectors;
        this.models = models;
        this.spaces = spaces;
    }

    /**
     * Brings the spaces up to what the table says of these products now.
     *
     * @throws dev.aisle.platform.storage.StorageException when the database went away: some may have been done
     */
    public void of(List<String> productIds) {
        Map<TextModel, Map<String, String>> wanted = new EnumMap<>(TextModel.class);
        for (ProductChange change : products.find(productIds)) {
            Map<TextModel, String> texts =
                    change instanceof Described product ? ContentTexts.of(product) : Map.<TextModel, String>of();
            for (TextModel model : TextModel.values()) {
                String text = texts.get(model);
                if (text == null) {
                    spaces.of(model).remove(change.productId());
                } else if (!spaces.of(model).has(change.productId(), TextHash.of(text))) {
                    wanted.computeIfAbsent(model, added -> new HashMap<>()).put(change.productId(), text);
                }
            }
        }
        wanted.forEach(this::place);
    }

    private void place(TextModel model, Map<String, String> texts) {
        Space space = spaces.of(model);
        Map<String, StoredVector> known = vectors.find(model, texts.keySet());
        Map<String, StoredVector> computed = new HashMap<>();
        texts.forEach((id, text) -> {
            long hash = TextHash.of(text);
            StoredVector stored = known.get(id);
            if (stored != null && stored.hash() == hash && stored.values().length == model.dimension()) {
                space.put(id, stored);
            } else {
                models.embed(model, text).ifPresent(point -> {
                    StoredVector vector = StoredVector.of(hash, point);
                    space.put(id, vector);
                    computed.put(id, vector);
                });
            }
        });
        if (!computed.isEmpty()) {
            vectors.write(model, computed);
        }
    }
}
