package dev.aisle.recommender.search.pictures;

import dev.aisle.algorithms.artefact.UnreadableArtefactException;
import dev.aisle.recommender.catalog.Catalogue;
import dev.aisle.recommender.catalog.CatalogueItem;
import dev.aisle.recommender.catalog.shared.UnreachableStoreException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/** Takes the newest encoder into use; one that can't be read is passed over, and what served goes on serving. */
@Singleton
class FollowEncoders {
    private static final Logger LOG = Logger.getLogger(FollowEncoders.class);

    private final EncoderDirectory directory;
    private final PictureSpaces spaces;
    private final Catalogue catalogue;
    private final Set<String> unreadable = new HashSet<>();

    FollowEncoders(EncoderDirectory directory, PictureSpaces spaces, Catalogue catalogue) {
        this.directory = directory;
        this.spaces = spaces;
        this.catalogue = catalogue;
    }

    /** Looks whether there is another one, and works until it serves. */
    public synchronized void refresh() {
        if (!catalogue.loaded()) {
            return;
        }
        try {
            follow(directory.newestFirst());
        } catch (IOException e) {
            LOG.debugf("Whether there is another encoder can't be seen now: %s", e.getMessage());
        }
    }

    private void follow(List<String> versions) throws UnreachableStoreException {
        if (versions.isEmpty()) {
            spaces.useNone();
        }
        for (String version : versions) {
            boolean serves = spaces.current()
                    .filter(looking -> looking.version().equals(version))
                    .isPresent();
            if (serves || (!unreadable.contains(version) && use(version))) {
                return;
            }
        }
    }

    private boolean use(String version) throws UnreachableStoreException {
        try {
            Looking looking = Looking.with(version, directory.read(version));
            spaces.use(looking, catalogue.all().map(CatalogueItem::productId).toList());
            LOG.infof(
                    "The encoder %s sees pictures of %d products",
                    version, looking.space().size());
            return true;
        } catch (UnreachableStoreException e) {
            throw e;
        } catch (IOException | UnreadableArtefactException e) {
            unreadable.add(version);
            LOG.errorf("The encoder %s can't be used: %s", version, e.getMessage());
            return false;
        }
    }
}
