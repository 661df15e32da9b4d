-- Takes the packings of $ENCODINGS. Asks one query of the file $QUERIES after another, from line $FIRST on; no two requests of a run are alike.
local queries = {}
for line in io.lines(os.getenv("QUERIES")) do queries[#queries + 1] = line end
local at = tonumber(os.getenv("FIRST"))
wrk.headers["Accept-Encoding"] = os.getenv("ENCODINGS")
request = function()
  at = at % #queries + 1
  return wrk.format("GET", wrk.path .. "?q=" .. queries[at])
end
done = function(summary)
  local at = io.open(os.getenv("QUERIES") .. ".at", "w")
  at:write(tostring(tonumber(os.getenv("FIRST")) + summary.requests))
  at:close()
end
