-- Each request is another document: files of a folder in turn, under names that never come again.
local threads = {}
local number = 0

function setup(thread)
  number = number + 1
  thread:set("id", number)
  table.insert(threads, thread)
end

function init(args)
  counter, answered, refused, other = 0, 0, 0, 0
  bodies = {}
  for path in io.lines(args[1]) do
    local file = io.open(path, "rb")
    table.insert(bodies, file:read("*a"))
    file:close()
  end
  run = args[2]
end

function request()
  counter = counter + 1
  return wrk.format("POST", "/v1/check?name=" .. run .. "-" .. id .. "-" .. counter .. ".docx", nil, bodies[counter % #bodies + 1])
end

function response(status)
  if status == 200 or status == 406 or status == 422 then answered = answered + 1
  elseif status == 429 or status == 503 then refused = refused + 1
  else other = other + 1 end
end

function done(summary, latency, requests)
  local a, r, o = 0, 0, 0
  for _, thread in ipairs(threads) do
    a, r, o = a + thread:get("answered"), r + thread:get("refused"), o + thread:get("other")
  end
  local e = summary.errors
  print(string.format("RESULT %d %d %d %d %d %.3f %.3f", a, r, o, e.connect + e.read + e.write + e.timeout, summary.duration,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000))
end
