package dev.aisle.privacy.vault.pseudonyms;

/**
 * What stands under a pseudonym key.
 *
 * @param configured whether pseudonyms of it can be computed
 * @param consents people with a consent; nobody has data anywhere without one
 * @param vault people with something in the vault
 * @param requests requests that wait; begun without the key, they would be about nobody
 * @param moved people who stand under a newer key now and are still found by this one
 * @param erased pseudonyms that were erased; without the key, an old event of such a person isn't known as erased, only as of nobody
 */
record KeyUsage(
        String keyId,
        boolean active,
        boolean configured,
        long consents,
        long vault,
        long requests,
        long moved,
        long erased) {
    /** Whether nobody would be lost without the key. */
    public boolean retirable() {
        return !active && consents == 0 && vault == 0 && requests == 0;
    }
}
