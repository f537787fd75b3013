package dev.aisle.campaign.delivery.channels;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** By which digests ad platforms know people: asked of the vault of privacy-service, which decides and audits each. */
public interface AdIdentifiers {
    /**
     * Of people who come into a campaign's audience; who doesn't allow targeted ads, or has no address, isn't in the answer.
     *
     * @param pseudonyms at most 500, and enough of them that nobody is singled out
     * @return what was disclosed, by pseudonym
     * @throws IOException when there is no answer
     */
    Map<String, AdIdentifier> joining(Collection<String> pseudonyms, String campaign) throws IOException;

    /**
     * Returns the digests of people who leave it, erased or not. Each is answered once, and again only under the same key.
     *
     * @param disclosures at most 500, as {@link #joining} answered them
     * @param key the same while a file of removals isn't known to have gone
     * @return SHA-256 of the address by disclosure
     */
    Map<UUID, String> leaving(Collection<UUID> disclosures, String campaign, String key) throws IOException;

    /**
     * A digest that privacy-service disclosed of a person.
     *
     * @param disclosure by which it is taken back
     * @param digest SHA-256 of the address
     */
    record AdIdentifier(UUID disclosure, String digest) {
        /** Digests stay out of logs. */
        @Override
        public String toString() {
            return "AdIdentifier[" + disclosure + "]";
        }
    }
}
