package dev.aisle.privacy.rights.request.usecase;

import dev.aisle.privacy.rights.request.domain.RequestState;
import dev.aisle.privacy.rights.request.domain.RequestType;
import dev.aisle.privacy.rights.request.store.RequestRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests as an officer goes through them: what is open by its deadline, what has ended by when it did. */
@ApplicationScoped
public class ListRequests {
    private final RequestRepository requests;
    private final ReadRequest readRequest;

    ListRequests(RequestRepository requests, ReadRequest readRequest) {
        this.requests = requests;
        this.readRequest = readRequest;
    }

    /**
     * A page of them.
     *
     * @param open those that aren't answered, the most urgent first; otherwise the answered ones, the newest first
     * @param type only of this type; {@code null}: of all
     */
    @Transactional
    public List<RequestState> page(boolean open, @Nullable RequestType type, int page, int atMost) {
        return requests.page(open, type, page, atMost).stream()
                .map(readRequest::state)
                .toList();
    }

    /** How many are open. */
    @Transactional
    public long open() {
        return requests.countOpen();
    }
}
