/** Whether this service could do its work now. Kubernetes and the local stack ask here. */
@NullMarked
package dev.aisle.ingest.shared.edge;

import org.jspecify.annotations.NullMarked;
