{{/* What there is: each component, the name of its objects, its service, and the arrows of the architecture. The chart's tests hold it beside docs and code. */}}
{{- define "aisle.components" -}}
{{- $prefix := include "aisle.prefix" . -}}
door:
  name: event-ingest-service
  object: {{ $prefix }}event-ingest-service
  heap: {base: 320, person: 230, beside: 512}
  service: event-ingest-service
  owner: eventIngest
  from: [callers, monitoring]
  to: [kafka, issuer, traces, profile, recommender, campaign, privacy]
refine:
  name: event-ingest-refine
  object: {{ $prefix }}event-ingest-refine
  heap: {base: 224, person: 230, beside: 640}
  service: event-ingest-service
  owner: eventIngest
  from: [privacy, monitoring]
  to: [kafka, issuer, traces]
profile:
  name: profile-service
  object: {{ $prefix }}profile-service
  heap: {base: 800, person: 230, beside: 512}
  service: profile-service
  owner: profile
  database: profile
  grpc: {service: aisle.profile.v1.Profiles, methods: [GetProfile, GetProfiles]}
  from: [callers, monitoring, door, campaign, privacy]
  to: [kafka, database, issuer, traces]
recommender:
  name: recommender-service
  object: {{ $prefix }}recommender-service
  heap: {base: 1056, person: 230, beside: 1024}
  service: recommender-service
  owner: recommender
  database: recommender
  grpc: {service: aisle.recommender.v1.Recommender, methods: [Recommend, Similar, SimilarToImage, BoughtTogether, Trending, Search, Explain, RecommendBatch]}
  from: [callers, monitoring, door, campaign, privacy, training]
  to: [kafka, database, issuer, traces, campaign, privacy, hooks, models]
campaign:
  name: campaign-service
  object: {{ $prefix }}campaign-service
  heap: {base: 320, person: 400, beside: 512}
  service: campaign-service
  owner: campaign
  database: campaign
  from: [callers, monitoring, door, recommender, privacy]
  to: [kafka, database, issuer, traces, profile, recommender, privacy, mail, hooks]
privacy:
  name: privacy-service
  object: {{ $prefix }}privacy-service
  heap: {base: 192, person: 400, beside: 384}
  service: privacy-service
  owner: privacy
  database: privacy
  from: [callers, monitoring, door, recommender, campaign]
  to: [kafka, database, issuer, traces, refine, profile, recommender, campaign, hooks]
{{- end -}}
