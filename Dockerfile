# One image for every service of MCC; docker-compose.yml says which one a container is.
FROM node:24-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY contract/package.json contract/
COPY geo/package.json geo/
COPY warehouse/package.json warehouse/
COPY ingest/package.json ingest/
COPY aggregator/package.json aggregator/
COPY ops/package.json ops/
COPY dashboard/package.json dashboard/
COPY bench/package.json bench/

FROM manifests AS build
RUN npm install --no-audit --no-fund
COPY . .
RUN npm run build

FROM manifests
ENV NODE_ENV=production
# the optional packages hold the embedded engine (540 MB): here a real server stands in its place
RUN npm install --omit=dev --omit=optional --no-audit --no-fund && npm cache clean --force
COPY --from=build /app/contract/dist contract/dist
COPY --from=build /app/geo/dist geo/dist
COPY --from=build /app/geo/generated geo/generated
COPY --from=build /app/warehouse/dist warehouse/dist
COPY --from=build /app/warehouse/migrations warehouse/migrations
COPY --from=build /app/ingest/dist ingest/dist
COPY --from=build /app/aggregator/dist aggregator/dist
COPY --from=build /app/dashboard/dist dashboard/dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
CMD ["node", "--enable-source-maps", "aggregator/dist/main.js"]
